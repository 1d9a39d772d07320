package org.conjoint.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What guards methods, and how passwords are kept. */
@Configuration
@EnableMethodSecurity
class AccessConfiguration {

    /** Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat sheet. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }
}
