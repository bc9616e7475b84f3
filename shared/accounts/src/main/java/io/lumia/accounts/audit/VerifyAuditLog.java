package io.lumia.accounts.audit;

import io.lumia.accounts.audit.AuditVerdict.Broken;
import io.lumia.accounts.audit.AuditVerdict.Fault;
import io.lumia.accounts.audit.AuditVerdict.Intact;
import io.lumia.accounts.pepper.Peppers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Follows the chain from its beginning, or from the last pruning, to its head, and stops at the first break. */
public final class VerifyAuditLog {

    private final AuditLog log;
    private final Peppers peppers;

    public VerifyAuditLog(AuditLog log, Peppers peppers) {
        this.log = log;
        this.peppers = peppers;
    }

    /** What is appended meanwhile is the next verification's. Not while a pruning runs. Reads one page at a time. */
    public AuditVerdict verify() {
        AuditLog.Head head = log.head();
        Optional<Checkpoint> pruning = log.lastPruning();
        if (pruning.isPresent() && !isSigned(pruning.get())) {
            return forged(pruning.get());
        }
        long start = pruning.map(Checkpoint::sequence).orElse(0L);
        Position position = new Position(start, pruning.map(Checkpoint::hash).orElse(AuditHash.NONE));
        while (position.sequence < head.sequence()) {
            Step step = followPage(position, head.sequence());
            if (step.broken().isPresent()) {
                return step.broken().get();
            }
            position = step.position();
        }
        return ending(head, position, start);
    }

    private AuditVerdict ending(AuditLog.Head head, Position position, long start) {
        long last = position.sequence;
        if (last == head.sequence() && !position.hash.equals(head.hash())) {
            return new Broken(last, Fault.REWRITTEN, "the head's hash is %s".formatted(head.hash()));
        }
        List<Checkpoint> beyond = log.checkpoints(last + 1, Long.MAX_VALUE).stream()
                .filter(checkpoint -> checkpoint.sequence() > log.head().sequence())
                .toList();
        if (!beyond.isEmpty()) {
            long known = beyond.getLast().sequence();
            return new Broken(last + 1, Fault.MISSING, "a checkpoint knew entries up to %d".formatted(known));
        }
        return new Intact(last - start, start, last, position.hash);
    }

    private Step followPage(Position from, long through) {
        int limit = (int) Math.min(AuditLog.MAX_ENTRIES_AT_ONCE, through - from.sequence);
        List<AuditEntry> page = log.after(from.sequence, limit);
        Map<Long, List<Checkpoint>> checkpoints = log.checkpoints(from.sequence + 1, from.sequence + limit).stream()
                .collect(Collectors.groupingBy(Checkpoint::sequence));
        Position position = from;
        for (AuditEntry entry : page) {
            Optional<Broken> broken = fault(position, entry, checkpoints);
            if (broken.isPresent()) {
                return new Step(position, broken);
            }
            position = new Position(entry.sequence(), entry.hash());
        }
        return new Step(position, page.isEmpty() ? Optional.of(missing(position.sequence + 1)) : Optional.empty());
    }

    private Optional<Broken> fault(Position before, AuditEntry entry, Map<Long, List<Checkpoint>> checkpoints) {
        long expected = before.sequence + 1;
        if (entry.sequence() != expected) {
            return Optional.of(missing(expected));
        }
        if (!entry.previous().equals(before.hash)) {
            String detail = "names %s as the hash before; it is %s".formatted(entry.previous(), before.hash);
            return Optional.of(new Broken(expected, Fault.UNLINKED, detail));
        }
        if (!entry.isConsistent()) {
            return Optional.of(
                    new Broken(expected, Fault.CHANGED, "its content does not give %s".formatted(entry.hash())));
        }
        return checkpoints.getOrDefault(expected, List.of()).stream()
                .flatMap(checkpoint -> disagreement(checkpoint, entry).stream())
                .findFirst();
    }

    private Optional<Broken> disagreement(Checkpoint checkpoint, AuditEntry entry) {
        if (!isSigned(checkpoint)) {
            return Optional.of(forged(checkpoint));
        }
        String detail = "a checkpoint of %s knew %s".formatted(checkpoint.at(), checkpoint.hash());
        return checkpoint.hash().equals(entry.hash())
                ? Optional.empty()
                : Optional.of(new Broken(entry.sequence(), Fault.REWRITTEN, detail));
    }

    private boolean isSigned(Checkpoint checkpoint) {
        return peppers.find(checkpoint.pepperVersion())
                .filter(checkpoint::isSignedWith)
                .isPresent();
    }

    private static Broken missing(long sequence) {
        return new Broken(sequence, Fault.MISSING, "there is no entry %d".formatted(sequence));
    }

    private static Broken forged(Checkpoint checkpoint) {
        String detail = "the %s of %s is not signed with a known pepper; its version is %d"
                .formatted(checkpoint.kind().code(), checkpoint.at(), checkpoint.pepperVersion());
        return new Broken(checkpoint.sequence(), Fault.FORGED_CHECKPOINT, detail);
    }

    private record Position(long sequence, AuditHash hash) {}

    private record Step(Position position, Optional<Broken> broken) {}
}
