package org.conjoint.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application without a web server, on its own database. Classes named {@code *PersistenceTest} run
 * twice: on H2 with the fast tests, and on PostgreSQL with the slow ones. The application is shared by all such classes
 * of a run, so each test makes its own data under names of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {"conjoint.demo=false", "conjoint.work.sweep=PT1H", "conjoint.policy.clock=PT1H"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(CountingJob.class)
public @interface PersistenceTest {}
