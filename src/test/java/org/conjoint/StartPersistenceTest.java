package org.conjoint;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.conjoint.testing.PersistenceTest;
import org.conjoint.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class StartPersistenceTest {

    @Autowired
    DataSource dataSource;

    @Test
    void the_application_starts_on_the_database_of_the_run() throws Exception {
        try (var connection = dataSource.getConnection()) {
            var product = connection.getMetaData().getDatabaseProductName();
            assertThat(product).isEqualTo(TestDatabase.isPostgres() ? "PostgreSQL" : "H2");
        }
    }
}
