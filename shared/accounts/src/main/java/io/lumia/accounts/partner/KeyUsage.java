package io.lumia.accounts.partner;

import io.lumia.accounts.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** Calls by key, day and operation. */
public interface KeyUsage {

    /** Days that may be asked for at once. */
    int MAX_DAYS = 400;

    /** Adds a batch to what is counted already. The same batch a second time adds nothing. */
    void add(UUID batchId, SortedMap<UsageOf, Long> calls);

    /** By day and operation, oldest first. Another owner's key has none. */
    List<Line> read(UserId owner, UUID keyId, LocalDate from, LocalDate through);

    /** How often an operation was called on a day. */
    record Line(LocalDate day, String operation, long calls) {}
}
