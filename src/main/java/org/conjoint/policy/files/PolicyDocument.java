package org.conjoint.policy.files;

/**
 * A file of a policy's folder.
 *
 * @param source as written; encoded as UTF-8 it is the file byte for byte
 * @param canonical the form that is hashed: see docs/formats/policy.md
 * @param hash SHA-256 of the canonical form, 64 hex digits
 */
public record PolicyDocument(String source, String canonical, String hash) {
    static PolicyDocument of(String source, String canonical) {
        return new PolicyDocument(source, canonical, Canonical.hash(canonical));
    }
}
