package org.conjoint.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes the policies on the class path before anything can need them. */
@Component
class StarterPolicies implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(StarterPolicies.class);
    private static final String PATTERN = "classpath*:policies/*/*.*";

    private final PolicyIntake intake;

    StarterPolicies(PolicyIntake intake) {
        this.intake = intake;
    }

    @Override
    public void afterPropertiesSet() {
        folders().forEach((folder, files) -> report(folder, take(folder, files)));
    }

    /** Another process of the same console may take the same folder at the same time; the second look finds its row. */
    private Intake take(String folder, Map<String, byte[]> files) {
        try {
            return intake.take(folder, files);
        } catch (DuplicateKeyException e) {
            return intake.take(folder, files);
        }
    }

    private static void report(String folder, Intake outcome) {
        switch (outcome) {
            case Intake.Taken taken ->
                LOG.info(
                        "Policy {} is taken as {}",
                        folder,
                        taken.stage() == PolicyState.DRAFT ? "a draft" : "in force");
            case Intake.Unchanged _ -> LOG.debug("Policy {} is unchanged", folder);
            case Intake.Altered altered -> LOG.error("Policy not taken: {}", altered);
            case Intake.PrefixTaken taken -> LOG.error("Policy not taken: {}", taken);
            case Intake.Refused(var problems) ->
                problems.forEach(problem -> LOG.error("Policy not taken: policies/{}/{}", folder, problem));
        }
    }

    private static SortedMap<String, Map<String, byte[]>> folders() {
        var folders = new TreeMap<String, Map<String, byte[]>>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
                var path = resource.getURL().getPath().split("/");
                folders.computeIfAbsent(path[path.length - 2], name -> new TreeMap<>())
                        .put(path[path.length - 1], resource.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The policies on the class path cannot be read", e);
        }
        return folders;
    }
}
