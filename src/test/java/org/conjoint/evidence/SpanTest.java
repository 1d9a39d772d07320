package org.conjoint.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpanTest {

    private static final String KNIFE = "A man holds a 🔪 knife while a siren wails.";
    private static final String MIXED = "👨🏻‍🚒 says:\r\nمرحبا بالعالم, twice";

    @Test
    void offsetsCountUtf16InsideAndCodePointsOutside() {
        var start = KNIFE.indexOf("siren wails");
        var span = Span.of(TextKind.CAPTION, KNIFE, start, start + "siren wails".length(), null);

        assertThat(span.start()).isEqualTo(31);
        assertThat(span.end()).isEqualTo(42);
        assertThat(span.codePoints(KNIFE)).containsExactly(30, 41);
        assertThat(span.quote()).isEqualTo("siren wails");
    }

    @Test
    void everySpanSlicesToItsQuoteInBothUnits() {
        for (var start = 0; start < MIXED.length(); start++) {
            for (var end = start + 1; end <= MIXED.length(); end++) {
                if (cuts(start) || cuts(end)) {
                    continue;
                }
                var span = Span.of(TextKind.CAPTION, MIXED, start, end, null);
                var points = span.codePoints(MIXED);
                var all = MIXED.codePoints().toArray();
                assertThat(MIXED.substring(span.start(), span.end())).isEqualTo(span.quote());
                assertThat(new String(all, points[0], points[1] - points[0])).isEqualTo(span.quote());
                assertThat(MIXED).contains(span.prefix() + span.quote() + span.suffix());
            }
        }
    }

    private static boolean cuts(int offset) {
        return offset > 0 && offset < MIXED.length() && Character.isLowSurrogate(MIXED.charAt(offset));
    }

    @Test
    void aSpanNeverCutsACharacterInTwo() {
        var inside = KNIFE.indexOf("🔪") + 1;

        assertThatThrownBy(() -> Span.of(TextKind.CAPTION, KNIFE, inside, inside + 3, null))
                .hasMessageContaining("cuts a character in two");
    }

    @Test
    void contextNeverBeginsOrEndsWithHalfACharacter() {
        var text = "🔪".repeat(40);
        var span = Span.of(TextKind.CAPTION, "x" + text, 41, 43, null);

        assertThat(Character.isLowSurrogate(span.prefix().charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(span.suffix().charAt(span.suffix().length() - 1)))
                .isFalse();
    }

    @Test
    void aStretchOutsideTheTextIsRefused() {
        assertThatThrownBy(() -> Span.of(TextKind.CAPTION, "short", 2, 9, null)).hasMessageContaining("is not a span");
        assertThatThrownBy(() -> Span.of(TextKind.CAPTION, "short", 3, 3, null)).hasMessageContaining("is not a span");
    }
}
