package io.lumia.recommendation.backtest;

import io.lumia.kernel.AppException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads once what a backtest needs, in one moment of the database.
 *
 * <p>Of bars, actions, facts and observations it wants the current rows learned by {@code knownAt}, and of the superseded ones those whose
 * validity ended after {@link HistoryQuestion#firstAsOf()} and began by {@code knownAt}: {@code learnedAt = valid_from},
 * {@code supersededAt = valid_to}. Bars from {@link HistoryQuestion#firstBar()} to {@code to}; actions of all days; facts of periods
 * that ended at most three years before {@code from}, reported by {@code to}; mentions that could be used from
 * {@link HistoryQuestion#firstMention()} to {@code to}, of one sentiment model, scored by {@code knownAt}.
 */
public interface HistoryReader {

    MarketHistory read(HistoryQuestion question);

    /**
     * Which rows are wanted.
     *
     * @param from             first decision's day
     * @param to               last day of the backtest
     * @param lookbackSessions of prices before each decision
     * @param rates            symbols of series in percent a year
     * @param knownAt          not before {@code to}
     */
    record HistoryQuestion(LocalDate from, LocalDate to, int lookbackSessions, List<String> rates, Instant knownAt) {

        private static final int MENTION_DAYS = 62;

        public HistoryQuestion {
            rates = List.copyOf(rates);
            if (to.isBefore(from)) {
                throw AppException.invalid("to", to, "not before " + from);
            }
        }

        /** No earlier bar is looked at: five sessions are at most eight days, however the holidays lie. */
        public LocalDate firstBar() {
            return from.minusDays(lookbackSessions * 8L / 5 + 14);
        }

        public LocalDate firstMention() {
            return from.minusDays(MENTION_DAYS);
        }

        /** No snapshot is as of an earlier instant. */
        public Instant firstAsOf() {
            return BacktestQuestion.CALENDAR.closeInstant(BacktestQuestion.CALENDAR.previousSession(from));
        }
    }
}
