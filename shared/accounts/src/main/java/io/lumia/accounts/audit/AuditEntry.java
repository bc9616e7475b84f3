package io.lumia.accounts.audit;

/**
 * An entry in its place.
 *
 * @param sequence 1, 2, 3 … without holes
 * @param previous hash of the entry before
 * @param hash     over {@code previous} and the content
 */
public record AuditEntry(long sequence, AuditContent content, AuditHash previous, AuditHash hash) {

    /** The entry that follows a hash. */
    public static AuditEntry after(AuditHash previous, long sequence, AuditContent content) {
        return new AuditEntry(sequence, content, previous, previous.next(sequence, content));
    }

    /** Whether the hash is that of the content and of the hash before. */
    public boolean isConsistent() {
        return hash.equals(previous.next(sequence, content));
    }
}
