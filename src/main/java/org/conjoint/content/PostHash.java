package org.conjoint.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of all that a post consists of: equal hashes, equal posts. */
final class PostHash {
    private final MessageDigest digest;

    private PostHash(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(PostData post) {
        var transcript = post.transcript();
        var hash = sha256().add(post.externalId())
                .add(post.source())
                .add(post.caption())
                .add(post.altText())
                .add(post.language())
                .add(post.author())
                .add(post.createdAt())
                .add(post.image())
                .add(post.audio())
                .add(post.video())
                .add(transcript == null ? null : transcript.format().code())
                .add(transcript == null ? null : transcript.text());
        // Posts from before there were sensors keep their hash.
        return (post.sensors() == null ? hash : hash.add(post.sensors())).hex();
    }

    static PostHash sha256() {
        try {
            return new PostHash(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a field with its length in front, so that no two lists of fields run together. */
    PostHash add(@Nullable Object field) {
        var bytes = field == null ? null : field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
        if (bytes != null) {
            digest.update(bytes);
        }
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
