package org.conjoint.access;

import static org.conjoint.jooq.access.Tables.SECRET;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.conjoint.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Names under which raters appear in exports: the same for one rater in every export of this installation, and not to be
 * guessed from the account, since they are an HMAC-SHA-256 with a secret that never leaves the installation.
 */
@Component
public class Pseudonyms {

    private static final String NAME = "pseudonyms";

    private final DSLContext db;
    private final Map<UserId, String> known = new ConcurrentHashMap<>();

    Pseudonyms(DSLContext db) {
        this.db = db;
    }

    /** {@code r-} and ten hexadecimal digits. */
    public String of(UserId id) {
        return known.computeIfAbsent(id, this::derive);
    }

    private String derive(UserId id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            var hash = mac.doFinal(("user:" + id.value()).getBytes(StandardCharsets.US_ASCII));
            return "r-" + HexFormat.of().formatHex(hash, 0, 5);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private byte[] secret() {
        var found = db.select(SECRET.BYTES_HEX).from(SECRET).where(SECRET.NAME.eq(NAME));
        var stored = found.fetchOptional(SECRET.BYTES_HEX);
        if (stored.isEmpty()) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            try {
                db.insertInto(SECRET, SECRET.NAME, SECRET.BYTES_HEX)
                        .values(NAME, HexFormat.of().formatHex(bytes))
                        .onConflictDoNothing()
                        .execute();
            } catch (DuplicateKeyException madeMeanwhile) {
                // H2 merges instead, and two merges at once may both try to insert.
            }
            stored = found.fetchOptional(SECRET.BYTES_HEX);
        }
        return HexFormat.of().parseHex(stored.orElseThrow());
    }
}
