package io.lumia.recommendation.backtest.job;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.backtest.BacktestQuestion;
import io.lumia.recommendation.backtest.Execution;
import io.lumia.recommendation.backtest.Rebalancing;
import io.lumia.recommendation.backtest.Rebalancing.Edge;
import io.lumia.recommendation.backtest.Rebalancing.EverySessions;
import io.lumia.recommendation.backtest.Rebalancing.OfCalendar;
import io.lumia.recommendation.backtest.Rebalancing.Period;
import io.lumia.recommendation.request.Choice;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestCheck;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RequestFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a question of a draft, or names everything that is wrong with it at once. */
public final class BacktestCheck {

    private static final String REBALANCINGS =
            "monthly_first, monthly_last, quarterly_first, quarterly_last, every_sessions";
    private static final String REQUEST = "request";

    private final List<RequestFault> faults = new ArrayList<>();
    private final Instant now;

    private BacktestCheck(Instant now) {
        this.now = now;
    }

    /** What came of a draft. */
    public sealed interface Checked {

        record Accepted(BacktestQuestion question) implements Checked {}

        /** @param faults at least one */
        record Refused(List<RequestFault> faults) implements Checked {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /** @param now a backtest ends with the last session that had closed by then */
    public static Checked check(BacktestDraft draft, Instant now) {
        return new BacktestCheck(now).checked(draft);
    }

    private Checked checked(BacktestDraft draft) {
        RecommendationRequest request = request(draft.request());
        LocalDate from = day("from", draft.from());
        LocalDate to = day("to", draft.to());
        Rebalancing rebalancing = rebalancing(draft);
        Execution execution = execution(draft.execution());
        LocalDate closed = ExchangeCalendar.UNITED_STATES.lastClosedSession(AsOf.of(now));
        if (to != null && to.isAfter(closed)) {
            fault("to", to, "at most " + closed + ", the last session that has closed");
        }
        if (!faults.isEmpty()
                || request == null
                || from == null
                || to == null
                || rebalancing == null
                || execution == null) {
            return new Checked.Refused(faults);
        }
        long seed = draft.seed() == null ? 1 : draft.seed();
        try {
            return new Checked.Accepted(new BacktestQuestion(request, from, to, rebalancing, execution, seed));
        } catch (AppException e) {
            return new Checked.Refused(List.of(new RequestFault("to", e.getMessage())));
        }
    }

    private @Nullable RecommendationRequest request(@Nullable RequestDraft draft) {
        if (draft == null) {
            fault(REQUEST, "missing", "what a recommendation is asked with");
            return null;
        }
        if (draft.asOf() != null) {
            fault(REQUEST + ".as_of", draft.asOf(), "nothing: each decision has its own");
        }
        if (draft.currentHoldings() != null && !draft.currentHoldings().isEmpty()) {
            fault(REQUEST + ".current_holdings", draft.currentHoldings().size(), "none: a backtest begins with cash");
        }
        return switch (RequestCheck.check(draft, now)) {
            case RequestCheck.Checked.Accepted accepted -> accepted.request();
            case RequestCheck.Checked.Refused refused -> {
                refused.faults()
                        .forEach(fault -> faults.add(new RequestFault(REQUEST + "." + fault.path(), fault.message())));
                yield null;
            }
        };
    }

    private @Nullable LocalDate day(String path, @Nullable String given) {
        if (given != null) {
            try {
                return LocalDate.parse(given);
            } catch (DateTimeException _) {
                fault(path, given, "a day such as 2015-01-02");
                return null;
            }
        }
        fault(path, "missing", "a day such as 2015-01-02");
        return null;
    }

    private @Nullable Rebalancing rebalancing(BacktestDraft draft) {
        String named = draft.rebalancing() == null ? "monthly_last" : draft.rebalancing();
        Integer sessions = draft.everySessions();
        if (sessions != null && !named.equals("every_sessions")) {
            fault("every_sessions", sessions, "nothing, unless rebalancing is every_sessions");
        }
        return switch (named) {
            case "monthly_first" -> new OfCalendar(Period.MONTHLY, Edge.FIRST);
            case "monthly_last" -> new OfCalendar(Period.MONTHLY, Edge.LAST);
            case "quarterly_first" -> new OfCalendar(Period.QUARTERLY, Edge.FIRST);
            case "quarterly_last" -> new OfCalendar(Period.QUARTERLY, Edge.LAST);
            case "every_sessions" -> everySessions(sessions);
            default -> {
                fault("rebalancing", named, REBALANCINGS);
                yield null;
            }
        };
    }

    private @Nullable Rebalancing everySessions(@Nullable Integer sessions) {
        if (sessions == null || sessions < 1 || sessions > EverySessions.MAX_SESSIONS) {
            fault("every_sessions", sessions == null ? "missing" : sessions, "1 to " + EverySessions.MAX_SESSIONS);
            return null;
        }
        return new EverySessions(sessions);
    }

    private @Nullable Execution execution(@Nullable String given) {
        if (given == null) {
            return Execution.NEXT_CLOSE;
        }
        return Choice.find(Execution.class, given).orElseGet(() -> {
            fault("execution", given, Choice.allowed(Execution.class));
            return null;
        });
    }

    private void fault(String path, Object value, String allowed) {
        faults.add(new RequestFault(
                path, AppException.invalid(path, value, allowed).getMessage()));
    }
}
