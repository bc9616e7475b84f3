package io.lumia.recommendation.backtest;

import io.lumia.kernel.AppException;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.request.RecommendationRequest;
import java.time.LocalDate;
import java.util.List;

/**
 * What to try out.
 *
 * @param request     asked at each decision, with the capital and the holdings of the day; its own capital is the first one, its holdings
 *                    and its as-of are not used
 * @param from        first day; the first session on or after it is the first decision
 * @param to          last day, at most {@value #MAX_YEARS} years later
 * @param rebalancing at most {@value #MAX_DECISIONS} decisions
 * @param seed        of the projections and the bootstrap; no decision depends on it
 */
public record BacktestQuestion(
        RecommendationRequest request,
        LocalDate from,
        LocalDate to,
        Rebalancing rebalancing,
        Execution execution,
        long seed) {

    public static final int MAX_YEARS = 40;
    public static final int MAX_DECISIONS = 600;

    /** Fewer days than this say nothing. */
    public static final int LEAST_SESSIONS = 3;

    /** Days of the backtest; what trades on others is valued and traded on these. */
    static final ExchangeCalendar CALENDAR = ExchangeCalendar.UNITED_STATES;

    public BacktestQuestion {
        if (to.isBefore(from) || to.isAfter(from.plusYears(MAX_YEARS))) {
            throw AppException.invalid("to", to, "%s to %s".formatted(from, from.plusYears(MAX_YEARS)));
        }
        List<LocalDate> sessions = CALENDAR.sessions(from, to);
        if (sessions.size() < LEAST_SESSIONS) {
            throw AppException.invalid(
                    "sessions from %s to %s".formatted(from, to), sessions.size(), LEAST_SESSIONS + " or more");
        }
        int decisions = rebalancing.dates(sessions).size();
        if (decisions > MAX_DECISIONS) {
            throw AppException.invalid("number of decisions", decisions, "at most " + MAX_DECISIONS);
        }
    }

    /** All sessions, oldest first. */
    public List<LocalDate> sessions() {
        return CALENDAR.sessions(from, to);
    }

    /** Sessions of decisions, oldest first; not the last session of all, on which nothing would come of it. */
    public List<LocalDate> decisions() {
        List<LocalDate> sessions = sessions();
        return rebalancing.dates(sessions.subList(0, sessions.size() - 1));
    }
}
