package io.lumia.accounts.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chain in memory. */
public final class FakeAuditLog implements AuditLog {

    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }

    /** Such as {@code key.issued}, oldest first. */
    public List<String> kinds() {
        return entries.stream().map(entry -> entry.content().kind()).toList();
    }

    @Override
    public synchronized AuditEntry add(AuditContent content) {
        Head head = head();
        AuditEntry entry = AuditEntry.after(head.hash(), head.sequence() + 1, content);
        entries.add(entry);
        return entry;
    }

    @Override
    public Head head() {
        return entries.isEmpty()
                ? new Head(0, AuditHash.NONE)
                : new Head(entries.getLast().sequence(), entries.getLast().hash());
    }

    @Override
    public List<AuditEntry> after(long sequence, int limit) {
        return entries.stream()
                .filter(entry -> entry.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public Page list(AuditQuery query, int page, int perPage) {
        throw new UnsupportedOperationException("lists are the database's");
    }

    @Override
    public Optional<AuditEntry> lastBefore(Instant instant, int limit) {
        return entries.stream()
                .limit(limit)
                .takeWhile(entry -> entry.content().at().isBefore(instant))
                .reduce((_, last) -> last);
    }

    @Override
    public List<Checkpoint> checkpoints(long fromSequence, long throughSequence) {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.sequence() >= fromSequence && checkpoint.sequence() <= throughSequence)
                .toList();
    }

    @Override
    public Optional<Checkpoint> lastPruning() {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.kind() == Checkpoint.Kind.PRUNING)
                .reduce((_, last) -> last);
    }

    @Override
    public void seal(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
    }

    @Override
    public long prune(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
        int before = entries.size();
        entries.removeIf(entry -> entry.sequence() <= checkpoint.sequence());
        return before - entries.size();
    }
}
