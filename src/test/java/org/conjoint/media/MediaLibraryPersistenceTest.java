package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.conjoint.jooq.media.Tables.DERIVATIVE;
import static org.conjoint.jooq.media.Tables.MEDIUM;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conjoint.testing.PersistenceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

@PersistenceTest
@WithMockUser
class MediaLibraryPersistenceTest {

    @Autowired
    MediaLibrary library;

    @Autowired
    MediaStore store;

    @Autowired
    MediaRecords records;

    @Autowired
    Intake intake;

    @Autowired
    DSLContext sql;

    @Test
    void an_image_becomes_ready_with_upright_previews_of_each_smaller_size() throws Exception {
        var media = take(Synthetic.image("jpg", 1500, 1000, System.nanoTime()));
        assertThat(media.state()).isEqualTo(new MediaState.Ready());
        assertThat(media.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(media.contentType()).isEqualTo("image/jpeg");
        assertThat(media.width()).isEqualTo(1500);
        assertThat(media.height()).isEqualTo(1000);
        assertThat(media.perceptualHash()).isNotNull();
        assertThat(media.derivatives())
                .extracting(Derivative::kind, Derivative::width)
                .containsExactly(
                        tuple(DerivativeKind.PREVIEW_320, 320),
                        tuple(DerivativeKind.PREVIEW_1024, 1024),
                        tuple(DerivativeKind.PREVIEW_2048, 1500));
        for (var derivative : media.derivatives()) {
            assertThat(Files.size(store.derived(media.id(), derivative.kind().fileName())))
                    .isEqualTo(derivative.bytes());
        }
    }

    @Test
    void a_sound_becomes_ready_with_proxy_peaks_and_loudness() throws Exception {
        var media = take(Synthetic.tone(440 + (int) (System.nanoTime() % 1000), 44100, 2, 3000));
        assertThat(media.state()).isEqualTo(new MediaState.Ready());
        assertThat(media.kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(media.hasSound()).isTrue();
        assertThat(media.durationMillis()).isEqualTo(3000);
        assertThat(media.loudnessLufs()).isBetween(-21.0, -18.0);
        assertThat(media.derivatives())
                .extracting(Derivative::kind)
                .containsExactly(DerivativeKind.AUDIO, DerivativeKind.PEAKS, DerivativeKind.PEAKS_DAT);
    }

    @Test
    void what_was_taken_is_found_as_it_was_answered() throws Exception {
        var image = take(Synthetic.image("png", 60, 40, System.nanoTime()));
        var sound = take(Synthetic.tone(200 + (int) (System.nanoTime() % 1000), 8000, 1, 700));
        var unknown = new MediaId("0".repeat(64));
        assertThat(library.find(image.id())).contains(image);
        assertThat(library.find(unknown)).isEmpty();
        assertThat(library.find(List.of(image.id(), sound.id(), unknown)))
                .containsOnlyKeys(image.id(), sound.id())
                .containsEntry(sound.id(), sound);
    }

    @Test
    void something_that_is_no_medium_is_refused_with_a_reason_and_kept() throws Exception {
        var bytes = ("%PDF-1.7 " + System.nanoTime()).getBytes(StandardCharsets.US_ASCII);
        var media = take(bytes);
        assertThat(media.state())
                .isEqualTo(new MediaState.Refused(
                        "not_media", "The file is application/pdf, which is neither image nor sound nor video."));
        assertThat(media.derivatives()).isEmpty();
        assertThat(Files.readAllBytes(store.original(media.id()))).isEqualTo(bytes);
        assertThat(library.find(media.id())).contains(media);
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        assertThat(take(new byte[0]).state()).isEqualTo(new MediaState.Refused("empty", "The file is empty."));
    }

    @Test
    void the_same_bytes_taken_at_the_same_time_are_one_medium() throws Exception {
        var bytes = Synthetic.image("png", 300, 200, System.nanoTime());
        Callable<Media> take = () -> take(bytes);
        try (var threads = new DelegatingSecurityContextExecutorService(Executors.newVirtualThreadPerTaskExecutor())) {
            var answers = new ArrayList<Future<Media>>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(take));
            }
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
                assertThat(answer.get().isReady()).isTrue();
            }
        }
    }

    @Test
    void a_medium_left_pending_by_a_killed_console_is_decoded_when_it_comes_again() throws Exception {
        var bytes = Synthetic.image("png", 30, 20, System.nanoTime());
        var first = take(bytes);
        makePending(first.id());
        assertThat(library.find(first.id()).orElseThrow().state()).isEqualTo(new MediaState.Pending());
        assertThat(take(bytes)).isEqualTo(first);
    }

    @Test
    void nobody_takes_or_finds_without_being_signed_in() {
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> take(new byte[1])).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(() -> library.find(new MediaId("0".repeat(64))))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void each_derivative_keeps_the_hash_of_its_bytes() throws Exception {
        var media = take(Synthetic.tone(300 + (int) (System.nanoTime() % 1000), 22050, 1, 400));
        assertThat(media.derivatives()).hasSize(3).allSatisfy(derivative -> {
            var file = store.derived(media.id(), derivative.kind().fileName());
            assertThat(derivative.contentSha256()).isEqualTo(sha256(file));
        });
    }

    @Test
    void what_is_pending_when_a_console_starts_is_decoded_from_its_original() throws Exception {
        var sound = take(Synthetic.tone(300 + (int) (System.nanoTime() % 1000), 22050, 1, 500));
        var csv = "t_ms,speed [km/h]\n0,%d\n2500,2\n".formatted(System.nanoTime());
        var series = library.takeSensors(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        var lost = take(Synthetic.image("png", 31, 20, System.nanoTime()));
        for (var media : List.of(sound, series, lost)) {
            makePending(media.id());
        }
        Files.delete(store.original(lost.id()));

        new PendingMedia(records, intake).resumeAll();

        assertThat(library.find(sound.id())).contains(sound);
        assertThat(library.find(series.id())).contains(series);
        assertThat(library.find(lost.id()).orElseThrow().state()).isEqualTo(new MediaState.Pending());
    }

    @Test
    void what_is_pending_is_gone_through_to_its_end_though_none_of_it_can_be_decoded() throws Exception {
        var first = take(Synthetic.image("png", 32, 20, System.nanoTime()));
        var second = take(Synthetic.image("png", 33, 20, System.nanoTime()));
        makePending(first.id());
        makePending(second.id());
        var asked = new ArrayList<MediaId>();
        var broken = new Intake(store, records, null, null, null) {
            @Override
            Optional<Media> resume(Media pending) {
                asked.add(pending.id());
                throw new IllegalStateException("cannot be decoded at all");
            }
        };

        new PendingMedia(records, broken).resumeAll();

        assertThat(asked).contains(first.id(), second.id());
    }

    @Test
    void a_time_series_becomes_ready_with_lanes() throws Exception {
        var csv = "t_ms,speed [km/h]\n0,%d\n2500,2\n".formatted(System.nanoTime());
        var media = library.takeSensors(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(media.state()).isEqualTo(new MediaState.Ready());
        assertThat(media.kind()).isEqualTo(MediaKind.SENSORS);
        assertThat(media.durationMillis()).isEqualTo(2500);
        assertThat(media.derivatives()).extracting(Derivative::kind).containsExactly(DerivativeKind.LANES);
        assertThat(library.find(media.id())).contains(media);
        assertThat(Files.readString(store.derived(media.id(), "lanes.json"))).contains("\"unit\":\"km/h\"");
    }

    @Test
    void what_was_refused_as_a_medium_can_still_be_a_time_series() throws Exception {
        var csv = "t_ms,x\n0,%d\n".formatted(System.nanoTime()).getBytes(StandardCharsets.UTF_8);
        assertThat(take(csv).state()).isInstanceOf(MediaState.Refused.class);
        var taken = library.takeSensors(new ByteArrayInputStream(csv));
        assertThat(taken.isReady()).isTrue();
        assertThat(library.find(taken.id())).contains(taken);
    }

    @Test
    void what_is_no_time_series_is_kept_with_the_line_that_says_why() throws Exception {
        var csv = "t_ms,x\n0,fast%d\n".formatted(System.nanoTime() % 1000).getBytes(StandardCharsets.UTF_8);
        var media = library.takeSensors(new ByteArrayInputStream(csv));
        assertThat(media.kind()).isEqualTo(MediaKind.SENSORS);
        assertThat(media.state())
                .isInstanceOfSatisfying(
                        MediaState.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("Line 2: “fast"));
        assertThat(library.find(media.id())).contains(media);
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private void makePending(MediaId id) {
        sql.deleteFrom(DERIVATIVE).where(DERIVATIVE.SHA256.eq(id.sha256())).execute();
        sql.update(MEDIUM)
                .set(MEDIUM.STATE, "pending")
                .where(MEDIUM.SHA256.eq(id.sha256()))
                .execute();
    }

    private Media take(byte[] bytes) throws IOException {
        return library.take(new ByteArrayInputStream(bytes));
    }
}
