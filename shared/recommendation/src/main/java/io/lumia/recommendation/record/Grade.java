package io.lumia.recommendation.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a recommendation. Returns are fractions, dividends included, from the recommended prices to the close of the
 * graded session; cash earns nothing.
 *
 * @param sessions        after how many
 * @param session         that many after the recommendation's own
 * @param benchmarkReturn null where the benchmark has no prices on both days
 * @param excess          portfolio less benchmark
 * @param hit             whether the portfolio did better
 * @param notes           what a reader must know, such as an asset that stopped trading
 */
public record Grade(
        UUID recommendationId,
        int sessions,
        Instant gradedAt,
        LocalDate session,
        double portfolioReturn,
        @Nullable Double benchmarkReturn,
        @Nullable Double excess,
        @Nullable Boolean hit,
        List<String> notes) {

    /** After so many sessions each recommendation is graded: a week, a month, a quarter. */
    public static final List<Integer> HORIZONS = List.of(5, 20, 60);

    public Grade {
        notes = List.copyOf(notes);
    }

    public static Grade of(
            UUID recommendationId,
            int sessions,
            Instant gradedAt,
            LocalDate session,
            double portfolioReturn,
            @Nullable Double benchmarkReturn,
            List<String> notes) {
        Double excess = benchmarkReturn == null ? null : portfolioReturn - benchmarkReturn;
        Boolean hit = excess == null ? null : excess > 0;
        return new Grade(
                recommendationId, sessions, gradedAt, session, portfolioReturn, benchmarkReturn, excess, hit, notes);
    }
}
