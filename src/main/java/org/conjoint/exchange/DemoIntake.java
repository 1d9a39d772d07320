package org.conjoint.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conjoint.access.Accounts;
import org.conjoint.access.Role;
import org.conjoint.exchange.format.Json;
import org.conjoint.jobs.Jobs;
import org.conjoint.policy.Policies;
import org.conjoint.work.Protocol;
import org.conjoint.work.QueueData;
import org.conjoint.work.Queues;
import org.conjoint.work.TaskKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the demo posts and verdicts of the class path in, by the same import as any other folder, into one queue for each
 * policy that they are about. Done once for each state of the demo content.
 */
@Component
@ConditionalOnProperty(name = "conjoint.demo", havingValue = "true")
@ConditionalOnProperty(name = "conjoint.console", havingValue = "true", matchIfMissing = true)
class DemoIntake {
    private static final Logger LOG = LoggerFactory.getLogger(DemoIntake.class);
    private static final String HERE = "classpath*:demo/**/*.*";
    private static final int OVERLAP = 3;
    private static final int MINUTES = 30;
    /** The policy whose queue has the parts judged first; the others show the whole at once. */
    private static final String WHOLE_ONLY = "adult";

    private final Imports imports;
    private final Jobs jobs;
    private final Queues queues;
    private final Policies policies;
    private final Accounts accounts;
    private final Path folder;

    DemoIntake(
            Imports imports,
            Jobs jobs,
            Queues queues,
            Policies policies,
            Accounts accounts,
            @org.springframework.beans.factory.annotation.Value("${conjoint.data}") Path data) {
        this.imports = imports;
        this.jobs = jobs;
        this.queues = queues;
        this.policies = policies;
        this.accounts = accounts;
        this.folder = data.resolve("demo");
    }

    @EventListener(ApplicationReadyEvent.class)
    void take() {
        try {
            accounts.runAsSystem(() -> {
                start();
                return true;
            });
        } catch (RuntimeException e) {
            LOG.error("The demo content was not taken", e);
        }
    }

    private void start() {
        try {
            var content = unpack();
            var request = ImportRequest.of(content)
                    .withFormat(ImportFormat.FOLDER.code())
                    .withQueues(queuesByPost(content));
            if (!jobs.isDone(Imports.KIND, JsonMapper.shared().writeValueAsString(request))) {
                imports.start(request);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Copies the content to a folder below one named by its hash. */
    private Path unpack() throws IOException {
        var files = new LinkedHashMap<String, org.springframework.core.io.Resource>();
        var digest = sha256();
        for (var resource : new PathMatchingResourcePatternResolver().getResources(HERE)) {
            var address = resource.getURL().toString();
            var name = address.substring(address.lastIndexOf("/demo/") + "/demo/".length());
            files.put(name, resource);
            digest.update(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(resource.getContentAsByteArray());
        }
        var target = folder.resolve(HexFormat.of().formatHex(digest.digest()).substring(0, 12))
                .resolve("demo-posts");
        for (var file : files.entrySet()) {
            var path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            try (var in = file.getValue().getInputStream()) {
                Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    private Map<String, String> queuesByPost(Path content) throws IOException {
        var titles = new LinkedHashMap<String, String>();
        policies.list("en").forEach(policy -> titles.put(policy.slug(), policy.title()));
        var byPost = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(content.resolve("expected.jsonl"))) {
            var expected = Json.MAPPER.readTree(line);
            var slug = expected.path("policy").asString();
            var title = titles.get(slug);
            if (title != null) {
                byPost.put(expected.path("id").asString(), queue(slug, title));
            }
        }
        return byPost;
    }

    private String queue(String slug, String title) {
        var protocol = slug.equals(WHOLE_ONLY) ? Protocol.WHOLE_ONLY : Protocol.STAGED;
        queues.ensure(new QueueData(
                title, TaskKind.VERDICT, slug, Policies.GLOBAL, "en", protocol, OVERLAP, Role.RATER, MINUTES, 0));
        return title;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
