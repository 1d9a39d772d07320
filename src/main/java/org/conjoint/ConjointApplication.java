package org.conjoint;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The application; every module is a package beside this class, and {@code cli} starts it. */
@Modulithic(sharedModules = {"shared", "meaning"})
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConjointApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
