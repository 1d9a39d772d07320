package org.conjoint.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeaksTest {

    @TempDir
    Path folder;

    @Test
    void each_hundredth_of_a_second_keeps_its_lowest_and_highest_sample() throws Exception {
        var peaks = new Peaks(1000, 1);
        var samples = new short[25];
        samples[3] = 12800;
        samples[7] = -25600;
        samples[12] = 256;
        peaks.add(ShortBuffer.wrap(samples, 0, 9));
        peaks.add(ShortBuffer.wrap(samples, 9, 16));
        peaks.write(folder.resolve("json"), folder.resolve("dat"));
        assertThat(Files.readString(folder.resolve("json")))
                .isEqualTo("{\"version\":2,\"channels\":1,\"sample_rate\":1000,\"samples_per_pixel\":10,"
                        + "\"bits\":8,\"length\":3,\"data\":[-100,50,0,1,0,0]}");
        assertThat(peaks.durationMillis()).isEqualTo(25);
    }

    @Test
    void channels_are_averaged() throws Exception {
        var peaks = new Peaks(100, 2);
        peaks.add(ShortBuffer.wrap(new short[] {10240, 5120, -10240, 10240}));
        peaks.write(folder.resolve("json"), folder.resolve("dat"));
        assertThat(Files.readString(folder.resolve("json"))).endsWith("\"length\":2,\"data\":[30,30,0,0]}");
    }

    @Test
    void the_binary_form_has_the_header_of_version_two() throws Exception {
        var peaks = new Peaks(48000, 1);
        peaks.add(ShortBuffer.wrap(new short[960]));
        peaks.write(folder.resolve("json"), folder.resolve("dat"));
        var dat = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("dat"))).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(dat.remaining()).isEqualTo(24 + 4);
        assertThat(new int[] {dat.getInt(), dat.getInt(), dat.getInt(), dat.getInt(), dat.getInt(), dat.getInt()})
                .containsExactly(2, 1, 48000, 480, 2, 1);
    }
}
