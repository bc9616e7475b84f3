package io.lumia.accounts.audit;

import java.util.HexFormat;

/**
 * Link of the chain: SHA-256 of the hash before (32 bytes) and the entry's canonical content, which is these fields as
 * netstrings ({@code length:bytes,}; D. J. Bernstein, 1997), UTF-8, one after the other:
 *
 * <pre>{@code
 * lumia-audit-1, sequence, at (as 2026-11-29T10:15:30.123456Z), actor, kind, subject, request id,
 * number of details, and name, value of each, ordered by name
 * }</pre>
 *
 * The first entry follows {@link #NONE}. Anyone can compute it again with a dozen lines in any language.
 *
 * @param hex 64 digits of 0-9 a-f; as it is stored, so possibly anything where somebody tampered with it
 */
public record AuditHash(String hex) {

    /** Before the first entry: 32 zero bytes. */
    public static final AuditHash NONE = new AuditHash("0".repeat(64));

    private static final String VERSION = "lumia-audit-1";

    public static AuditHash of(byte[] bytes) {
        return new AuditHash(HexFormat.of().formatHex(bytes));
    }

    /** The hash of the entry that comes after this one. */
    public AuditHash next(long sequence, AuditContent content) {
        Netstrings canonical = new Netstrings()
                .add(VERSION)
                .add(sequence)
                .add(content.at().toString())
                .add(content.actor())
                .add(content.kind())
                .add(content.subject())
                .add(content.requestId())
                .add(content.details().size());
        content.details().forEach((name, value) -> canonical.add(name).add(value));
        return of(canonical.sha256(bytes()));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
