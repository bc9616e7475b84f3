package io.lumia.accounts.personal;

import java.time.Instant;

/** What has outlived its purpose. */
public interface ExpiredData {

    /** Removes at most so many rows of each kind; returns how many there were in all. */
    int forget(Instant overBefore, Instant endedBefore, int most);
}
