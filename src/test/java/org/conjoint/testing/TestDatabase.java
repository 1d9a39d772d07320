package org.conjoint.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a test's application a database and a data folder of its own: H2 in a file, or a real PostgreSQL when the system
 * property {@code conjoint.test.database} is {@code postgresql}.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Whether this run is the one on PostgreSQL. */
    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("conjoint.test.database", "h2"));
    }

    /** A new empty PostgreSQL database on the one server of this run, as a JDBC address. */
    public static String newPostgresDatabase() {
        var name = "conjoint" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** A new empty folder that is deleted when the JVM ends. */
    public static Path newFolder() {
        try {
            var folder = Files.createTempDirectory("conjoint-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = Map.<String, Object>of("conjoint.data", newFolder().toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-data", properties));
        if (isPostgres()) {
            var database = Map.<String, Object>of(
                    "spring.datasource.url",
                    newPostgresDatabase(),
                    "spring.datasource.username",
                    "postgres",
                    "spring.datasource.password",
                    "postgres");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", database));
        }
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PostgreSQL server of this run, started at its first use and ended with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
