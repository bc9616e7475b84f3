package io.lumia.recommendation.snapshot;

import java.time.LocalDate;
import java.util.Optional;

/** Remembers which rows a snapshot was made of, so that a later reading can be held against it. */
public interface SnapshotBook {

    Optional<KeptSnapshot> find(String snapshotId);

    /** A second time changes nothing: the same id stands for the same rows, and the first reading's instants stay. */
    void keep(MarketSnapshot snapshot);

    /**
     * What is left of a snapshot.
     *
     * @param time        of the first reading that saw these rows; another one may have seen the same
     * @param rows        how many there were
     * @param fingerprint its id is the snapshot's
     */
    record KeptSnapshot(
            SnapshotTime time, LocalDate session, String sentimentModel, long rows, Fingerprint fingerprint) {}
}
