package org.conjoint.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.conjoint.media.MediaKind;
import org.conjoint.media.worker.Frames.Type;
import org.junit.jupiter.api.Test;

class FramesTest {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final Frames sender = new Frames(InputStream.nullInputStream(), wire);

    @Test
    void jobs_and_both_kinds_of_answers_arrive_as_they_were_sent() throws IOException {
        var job = new MediaJob("/a", "/b", "image/png", new Limits(1, 2, 3, 4), List.of(320), MediaJob.Extent.ALL);
        var decoded = new MediaReply.Decoded(
                MediaKind.VIDEO, 640, 480, 9, 300L, -23.5, -7L, true, List.of(new MediaReply.Output("x", 1, null)));
        var refused = new MediaReply.Refused("code", "A reason.");
        sender.send(Type.JOB, job);
        sender.send(Type.PROGRESS);
        sender.send(Type.REPLY, decoded);
        sender.send(Type.REPLY, refused);
        var receiver = receiver(wire.toByteArray());
        assertThat(receiver.receive().as(MediaJob.class)).isEqualTo(job);
        assertThat(receiver.receive().type()).isEqualTo(Type.PROGRESS);
        assertThat(receiver.receive().as(MediaReply.class)).isEqualTo(decoded);
        assertThat(receiver.receive().as(MediaReply.class)).isEqualTo(refused);
        assertThatThrownBy(receiver::receive).isInstanceOf(EOFException.class);
    }

    @Test
    void anything_else_on_the_line_is_an_error() {
        assertThatThrownBy(() -> receiver("printf from a library".getBytes()).receive())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Not a frame");
    }

    private static Frames receiver(byte[] bytes) {
        return new Frames(new ByteArrayInputStream(bytes), new ByteArrayOutputStream());
    }
}
