package io.lumia.accounts.audit;

import io.lumia.accounts.pepper.Pepper;
import io.lumia.accounts.pepper.Purpose;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Where the chain stood, signed with a secret that the database does not have.
 *
 * @param sequence      of the last entry that it covers
 * @param hash          of that entry
 * @param at            UTC, whole microseconds
 * @param pepperVersion of the secret that it was signed with
 * @param signature     HMAC-SHA-256 in hex over the other fields as netstrings
 */
public record Checkpoint(Kind kind, long sequence, AuditHash hash, Instant at, int pepperVersion, String signature) {

    private static final String VERSION = "lumia-audit-checkpoint-1";

    /** What a checkpoint is for. The database lets entries go only up to a pruning. */
    public enum Kind {
        /** All entries are still there. */
        SEAL("seal"),
        /** Entries up to this one may be removed; the rest is verified from here. */
        PRUNING("pruning");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Checkpoint signed(Kind kind, long sequence, AuditHash hash, Instant at, Pepper pepper) {
        Instant stored = at.truncatedTo(ChronoUnit.MICROS);
        String signature = signature(kind, sequence, hash, stored, pepper);
        return new Checkpoint(kind, sequence, hash, stored, pepper.version(), signature);
    }

    /** Whether the signature is that of this pepper over these fields. */
    public boolean isSignedWith(Pepper pepper) {
        HexFormat hex = HexFormat.of();
        String expected = signature(kind, sequence, hash, at, pepper);
        return pepper.version() == pepperVersion
                && signature.matches("[0-9a-f]{64}")
                && MessageDigest.isEqual(hex.parseHex(expected), hex.parseHex(signature));
    }

    private static String signature(Kind kind, long sequence, AuditHash hash, Instant at, Pepper pepper) {
        byte[] fields = new Netstrings()
                .add(VERSION)
                .add(kind.code())
                .add(sequence)
                .add(hash.hex())
                .add(at.toString())
                .add(pepper.version())
                .toBytes();
        return HexFormat.of().formatHex(pepper.hash(Purpose.AUDIT_CHECKPOINT, fields));
    }
}
