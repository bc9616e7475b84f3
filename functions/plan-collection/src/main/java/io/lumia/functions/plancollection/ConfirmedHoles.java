package io.lumia.functions.plancollection;

import io.lumia.collection.AskedRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which missing days need not be asked for any more: those that a provider was asked about so many times, and answered
 * well each time, that they are a hole in its own data. They are asked for once more after a month, since providers mend
 * theirs too.
 */
final class ConfirmedHoles {

    static final int ASKED_ENOUGH = 3;
    static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(30);

    private ConfirmedHoles() {}

    /** @param asked answers about the symbol, in any order */
    static Set<LocalDate> among(Collection<LocalDate> missing, List<AskedRange> asked, Instant now) {
        return missing.stream().filter(date -> isConfirmed(date, asked, now)).collect(Collectors.toSet());
    }

    private static boolean isConfirmed(LocalDate date, List<AskedRange> asked, Instant now) {
        List<AskedRange> about =
                asked.stream().filter(range -> range.covers(date)).toList();
        boolean lately = about.stream()
                .anyMatch(range -> Duration.between(range.endedAt(), now).compareTo(ASKED_AGAIN_AFTER) < 0);
        return about.size() >= ASKED_ENOUGH && lately;
    }
}
