package org.conjoint.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HashedEntryTest {

    @Test
    void the_hash_is_that_of_the_example_in_the_format_paper() throws IOException {
        var entry = HashedEntry.of(
                "user:1",
                1,
                Instant.parse("2026-11-20T12:00:00Z"),
                "verdict.submitted",
                "verdict:981",
                Details.json(new TreeMap<>(Map.of("n", "1"))),
                HashedEntry.ORIGIN);
        assertThat(Files.readString(Path.of("docs/formats/audit.md"))).contains(entry.hash());
    }

    @Test
    void fields_cannot_run_into_each_other() {
        var one = entry("ab", "c");
        var other = entry("a", "bc");
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    private static HashedEntry entry(String action, String subject) {
        return HashedEntry.of("user:1", 1, Instant.EPOCH, action, subject, "{}", HashedEntry.ORIGIN);
    }
}
