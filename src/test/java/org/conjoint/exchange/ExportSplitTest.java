package org.conjoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExportSplitTest {

    private static final ExportSplit USUAL = new ExportSplit(80, 10, 10);

    @Test
    void the_sides_have_their_shares_of_the_families() {
        var sides = IntStream.range(0, 10_000)
                .mapToObj(number -> USUAL.of("post-" + number))
                .collect(Collectors.groupingBy(side -> side, Collectors.counting()));
        assertThat(sides.get("train")).isCloseTo(8000L, within(150L));
        assertThat(sides.get("validation")).isCloseTo(1000L, within(150L));
        assertThat(sides.get("test")).isCloseTo(1000L, within(150L));
    }

    @Test
    void a_family_keeps_its_side_as_long_as_the_shares_stay() {
        // From Python: int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % 100
        assertThat(USUAL.of("demo-01")).isEqualTo("test");
        assertThat(USUAL.of("demo-01")).isEqualTo("test");
        assertThat(new ExportSplit(0, 0, 100).of("demo-01")).isEqualTo("test");
    }

    @Test
    void shares_that_are_not_the_whole_are_refused() {
        assertThatThrownBy(() -> new ExportSplit(80, 10, 5)).hasMessageContaining("100 per cent");
    }
}
