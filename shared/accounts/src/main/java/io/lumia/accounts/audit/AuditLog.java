package io.lumia.accounts.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chain of entries. Nothing in it can be changed, and nothing removed but what a pruning covers. */
public interface AuditLog {

    /** Most entries that one page or one pruning takes. */
    int MAX_ENTRIES_AT_ONCE = 1_000;

    /**
     * Appends. Inside the transaction of the act, and last in it: from here to its end all others who append wait, so that
     * entries have one order and no holes.
     */
    AuditEntry add(AuditContent content);

    /** Where the chain stands: sequence and hash of the last entry; 0 and {@link AuditHash#NONE} before the first. */
    Head head();

    /** Entries after a sequence, oldest first, at most {@code limit}. */
    List<AuditEntry> after(long sequence, int limit);

    /** Newest first. */
    Page list(AuditQuery query, int page, int perPage);

    /** The last entry of those that are all older than an instant, among the oldest {@code limit}. */
    Optional<AuditEntry> lastBefore(Instant instant, int limit);

    /** Checkpoints of these sequences, oldest first. */
    List<Checkpoint> checkpoints(long fromSequence, long throughSequence);

    Optional<Checkpoint> lastPruning();

    void seal(Checkpoint checkpoint);

    /** Stores the checkpoint and removes what it covers. Returns how many entries went. */
    long prune(Checkpoint checkpoint);

    /** A page of entries, and how many there are in all. */
    record Page(List<AuditEntry> entries, long totalItems) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** The last entry's place and hash. */
    record Head(long sequence, AuditHash hash) {}
}
