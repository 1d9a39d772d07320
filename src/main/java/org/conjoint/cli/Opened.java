package org.conjoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.conjoint.ConjointApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application without a web server, opened for one command. It takes no demo content in and, except for what the
 * command starts, works on nothing by itself.
 */
final class Opened implements AutoCloseable {

    /** Screens need a web server; a command has none. */
    private static final String WITHOUT_SCREENS = "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,"
            + "com.vaadin.flow.spring.VaadinScopesConfig";

    private final DataFolder held;
    private final ConfigurableApplicationContext context;

    private Opened(DataFolder held, ConfigurableApplicationContext context) {
        this.held = held;
        this.context = context;
    }

    /** @throws FolderHeld when a running console has the folder */
    static Opened at(Path folder) throws IOException {
        var held = DataFolder.hold(folder);
        try {
            var context = new SpringApplicationBuilder(ConjointApplication.class)
                    .web(WebApplicationType.NONE)
                    .run(
                            "--conjoint.data=" + folder,
                            "--conjoint.console=false",
                            "--logging.level.org.conjoint=warn",
                            "--spring.autoconfigure.exclude=" + WITHOUT_SCREENS);
            return new Opened(held, context);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    <T> T get(Class<T> service) {
        return context.getBean(service);
    }

    @Override
    public void close() throws IOException {
        context.close();
        held.close();
    }
}
