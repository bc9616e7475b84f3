package io.lumia.accounts.audit;

/** What a verification found. */
public sealed interface AuditVerdict {

    /**
     * Every entry follows from the one before.
     *
     * @param entries       how many were looked at
     * @param afterSequence the verification began after this entry: 0, or where a pruning left off
     * @param lastSequence  of the last entry
     * @param lastHash      of the last entry
     */
    record Intact(long entries, long afterSequence, long lastSequence, AuditHash lastHash) implements AuditVerdict {}

    /**
     * The first entry that does not follow.
     *
     * @param sequence its place in the chain
     * @param detail   for a person: what was expected and what is there
     */
    record Broken(long sequence, Fault fault, String detail) implements AuditVerdict {}

    /** In which way it does not follow. */
    enum Fault {
        /** There is no entry of this place. */
        MISSING,
        /** It names another hash before it than the entry before has. */
        UNLINKED,
        /** Its content is not what was hashed. */
        CHANGED,
        /** The chain is consistent, but a signed checkpoint knew another hash here: it was written anew. */
        REWRITTEN,
        /** A checkpoint here is not signed by us. */
        FORGED_CHECKPOINT
    }
}
