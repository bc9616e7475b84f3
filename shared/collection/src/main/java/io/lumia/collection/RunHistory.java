package io.lumia.collection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs and their items, for whoever looks back. */
public interface RunHistory {

    /** Newest first. */
    List<Run> runs(RunFilter filter, int offset, int limit);

    long count(RunFilter filter);

    Optional<Run> find(UUID runId);

    /** In the order in which they were planned. */
    List<ItemHistory> items(UUID runId, int offset, int limit);
}
