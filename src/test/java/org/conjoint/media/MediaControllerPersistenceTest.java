package org.conjoint.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import org.conjoint.testing.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PersistenceTest
@WithMockUser
class MediaControllerPersistenceTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    MediaLibrary library;

    @Autowired
    MediaStore store;

    private MockMvc http;
    private Media sound;
    private byte[] whole;

    @BeforeEach
    void takeASound() throws Exception {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        sound = library.take(new ByteArrayInputStream(Synthetic.tone(330, 16000, 1, 1000)));
        whole = Files.readAllBytes(store.derived(sound.id(), "audio.mp4"));
    }

    @Test
    void a_derivative_is_served_whole_with_its_fixed_type_and_safe_headers() throws Exception {
        var response = fetch(MediaUrls.audio(sound.id()));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(whole);
        assertThat(response.getHeader("Content-Type")).isEqualTo("audio/mp4");
        assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("max-age=31536000, private, immutable");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(response.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(response.getHeader("ETag")).matches("\"[^\"]+\"");
    }

    @Test
    void a_range_is_answered_with_that_part() throws Exception {
        var response = fetch(MediaUrls.audio(sound.id()), "Range", "bytes=100-199");
        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes 100-199/" + whole.length);
        assertThat(response.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
    }

    @Test
    void the_last_bytes_can_be_asked_for() throws Exception {
        var response = fetch(MediaUrls.audio(sound.id()), "Range", "bytes=-10");
        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getContentAsByteArray())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 10, whole.length));
    }

    @Test
    void a_range_beyond_the_end_cannot_be_satisfied() throws Exception {
        var response = fetch(MediaUrls.audio(sound.id()), "Range", "bytes=%d-".formatted(whole.length));
        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */" + whole.length);
    }

    @Test
    void a_part_of_something_older_is_answered_with_the_whole() throws Exception {
        var url = MediaUrls.audio(sound.id());
        var tag = fetch(url).getHeader("ETag");
        assertThat(fetch(url, "Range", "bytes=0-9", "If-Range", tag).getStatus())
                .isEqualTo(206);
        var other = fetch(url, "Range", "bytes=0-9", "If-Range", "\"older\"");
        assertThat(other.getStatus()).isEqualTo(200);
        assertThat(other.getContentAsByteArray()).isEqualTo(whole);
    }

    @Test
    void what_the_browser_has_is_not_sent_again() throws Exception {
        var url = MediaUrls.peaks(sound.id());
        var tag = fetch(url).getHeader("ETag");
        var again = fetch(url, "If-None-Match", tag);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void a_small_picture_answers_for_every_size_with_the_largest_there_is() throws Exception {
        var image = library.take(new ByteArrayInputStream(Synthetic.image("png", 90, 60, 7)));
        var small = fetch(MediaUrls.preview(image.id(), PreviewSize.SMALL));
        var large = fetch(MediaUrls.preview(image.id(), PreviewSize.LARGE));
        assertThat(small.getHeader("Content-Type")).isEqualTo("image/webp");
        assertThat(large.getStatus()).isEqualTo(200);
        assertThat(large.getHeader("ETag")).isEqualTo(small.getHeader("ETag"));
    }

    @Test
    void originals_unknown_media_and_paths_are_not_found() throws Exception {
        var root = "/media/" + sound.id();
        assertThat(fetch(root + "/original").getStatus()).isEqualTo(404);
        assertThat(fetch(root + "/video.mp4").getStatus()).isEqualTo(404);
        assertThat(fetch("/media/" + "0".repeat(64) + "/audio.mp4").getStatus()).isEqualTo(404);
        assertThat(fetch("/media/abc/audio.mp4").getStatus()).isEqualTo(404);
        assertThat(fetch(root + "/..%2f..%2faudio.mp4").getStatus()).isIn(400, 404);
    }

    @Test
    void nothing_is_served_without_being_signed_in() throws Exception {
        SecurityContextHolder.clearContext();
        var response =
                http.perform(get(MediaUrls.audio(sound.id()))).andReturn().getResponse();
        assertThat(response.getStatus()).isIn(302, 401, 403);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private MockHttpServletResponse fetch(String url, String... headers) throws Exception {
        var request = get(URI.create(url)).with(user("someone"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.perform(request).andReturn().getResponse();
    }
}
