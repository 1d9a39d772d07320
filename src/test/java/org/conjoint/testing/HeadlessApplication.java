package org.conjoint.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conjoint.ConjointApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application without its screens. */
public final class HeadlessApplication {

    private static final String WITHOUT_SCREENS = "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
            + "com.vaadin.flow.spring.VaadinScopesConfig";

    private HeadlessApplication() {}

    /** Starts it on a data folder; with Spring's arguments, such as those of {@link #postgresql}. */
    public static ConfigurableApplicationContext start(Path data, List<String> arguments) {
        var all = new ArrayList<>(arguments);
        all.add("--conjoint.data=" + data);
        all.add("--conjoint.console=false");
        all.add("--spring.autoconfigure.exclude=" + WITHOUT_SCREENS);
        return new SpringApplicationBuilder(ConjointApplication.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new));
    }

    /** Arguments that let it use a database of {@link TestDatabase#newPostgresDatabase} instead of H2. */
    public static List<String> postgresql(String url) {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }
}
