package io.lumia.recommendation.backtest;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.ErrorCode;
import io.lumia.recommendation.PreparedMarket;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Withheld;
import io.lumia.recommendation.request.Holding;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.universe.UniverseFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks the engine at each decision what to hold, with what is held, and trades it. Beside it live the benchmark, bought at the first trade
 * and kept, its dividends invested whenever the portfolio may trade, and all eligible assets in equal amounts, brought back to them on the same
 * days in fractions of shares. All three pay the same costs, {@code PortfolioRules.linearCost}.
 *
 * <p>Where nothing is recommended the portfolio stays as it is.
 */
public final class Backtest {

    private static final int MONEY_DECIMALS = 2;

    private final RecommendationEngine engine;
    private final BacktestMarket market;
    private final BacktestQuestion question;
    private final List<LocalDate> sessions;
    private final List<LocalDate> decisions;

    public Backtest(RecommendationEngine engine, BacktestMarket market, BacktestQuestion question) {
        this.engine = engine;
        this.market = market;
        this.question = question;
        this.sessions = question.sessions();
        this.decisions = question.decisions();
    }

    /** Told after each decision. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Returns whether to go on.
         *
         * @param total decisions in all
         */
        boolean after(BacktestState state, int total);
    }

    /** From a state to the end, or to where the caller stops. */
    public BacktestState run(BacktestState from, Progress progress) {
        BacktestState state = from;
        while (!isFinished(state)) {
            state = step(state);
            if (!progress.after(state, decisions.size())) {
                return state;
            }
        }
        return state;
    }

    /** Before the first decision. */
    public BacktestState start() {
        return BacktestState.start(question.request().capital().doubleValue());
    }

    public boolean isFinished(BacktestState state) {
        return state.next() >= decisions.size();
    }

    /** Decides, trades and lives to the next decision. */
    public BacktestState step(BacktestState state) {
        LocalDate decided = decisions.get(state.next());
        MarketSnapshot snapshot = snapshot(decided);
        Step step = new Step(state, snapshot, decided);
        step.decide();
        step.live(sessionsAfter(decided, state.next()));
        return step.state();
    }

    private MarketSnapshot snapshot(LocalDate session) {
        AsOf asOf = AsOf.of(BacktestQuestion.CALENDAR.closeInstant(session));
        MarketSnapshot snapshot = market.snapshot(asOf);
        if (!snapshot.session().equals(session)) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "the market gave a snapshot of session %s; asked for: %s".formatted(snapshot.session(), session));
        }
        return snapshot;
    }

    /** To the next decision, included, or to the last day. */
    private List<LocalDate> sessionsAfter(LocalDate decided, int index) {
        LocalDate end = index + 1 < decisions.size() ? decisions.get(index + 1) : sessions.getLast();
        return sessions.subList(sessions.indexOf(decided) + 1, sessions.indexOf(end) + 1);
    }

    /** One decision and the days up to the next one. */
    private final class Step {

        private final BacktestState before;
        private final MarketSnapshot snapshot;
        private final LocalDate decided;
        private final String benchmark;
        private final Trader portfolio;
        private final Trader index;
        private final Trader equal;
        private final List<DayValue> values;
        private final List<String> settled = new ArrayList<>();
        private final double value;
        private List<String> eligible = List.of();
        private List<String> withheld = List.of();
        private Map<String, Double> targets = Map.of();
        private Trader.Fill fill = Trader.Fill.NONE;
        private LocalDate traded;

        Step(BacktestState before, MarketSnapshot snapshot, LocalDate decided) {
            double cost = engine.configuration().portfolio().linearCost();
            this.before = before;
            this.snapshot = snapshot;
            this.decided = decided;
            this.traded = decided;
            this.benchmark = before.benchmarkId().isEmpty() ? benchmark() : before.benchmarkId();
            this.portfolio = new Trader(before.portfolio(), cost, market);
            this.index = new Trader(before.benchmark(), cost, market);
            this.equal = new Trader(before.equalWeight(), cost, market);
            this.values = new ArrayList<>(before.values());
            this.value = portfolio.valueOn(decided);
            if (values.isEmpty()) {
                values.add(valuesOn(decided));
            }
        }

        private String benchmark() {
            String named = question.request().benchmark();
            return snapshot.find(named)
                    .filter(asset -> !asset.prices().isEmpty())
                    .map(asset -> asset.id().toString())
                    .orElseThrow(() -> AppException.invalid(
                            "benchmark", named, "an asset with prices on %s, the first decision".formatted(decided)));
        }

        private DayValue valuesOn(LocalDate session) {
            return new DayValue(session, portfolio.valueOn(session), index.valueOn(session), equal.valueOn(session));
        }

        /** Only here anything is decided, and only the snapshot is looked at. */
        void decide() {
            RecommendationRequest request = request();
            eligible = UniverseFilter.apply(engine.configuration().universe(), request, snapshot).eligible().stream()
                    .map(SnapshotAsset::id)
                    .map(AssetId::toString)
                    .toList();
            Advice advice = engine.recommend(request, new PreparedMarket(snapshot), question.seed());
            switch (advice) {
                case Recommended recommended -> targets = targets(recommended);
                case Withheld nothing ->
                    withheld = nothing.reasons().stream()
                            .map(reason -> reason.code().name().toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList();
            }
            if (question.execution() == Execution.SAME_CLOSE) {
                trade(decided);
                values.set(values.size() - 1, valuesOn(decided));
            }
        }

        private RecommendationRequest request() {
            List<Holding> holdings = portfolio.shares().entrySet().stream()
                    .map(held -> new Holding(held.getKey(), BigDecimal.valueOf(held.getValue())))
                    .toList();
            BigDecimal capital = BigDecimal.valueOf(value).setScale(MONEY_DECIMALS, RoundingMode.DOWN);
            return question.request().at(snapshot.time().asOf(), capital, holdings);
        }

        private static Map<String, Double> targets(Recommended recommended) {
            Map<String, Double> targets = new TreeMap<>();
            for (Position position : recommended.positions()) {
                targets.put(position.assetId().toString(), (double)
                        position.allocation().shares());
            }
            return targets;
        }

        void live(List<LocalDate> days) {
            LocalDate yesterday = decided;
            for (LocalDate day : days) {
                settled.addAll(portfolio.pass(yesterday, day));
                index.pass(yesterday, day);
                equal.pass(yesterday, day);
                if (yesterday.equals(decided) && question.execution() == Execution.NEXT_CLOSE) {
                    trade(day);
                }
                values.add(valuesOn(day));
                yesterday = day;
            }
        }

        private void trade(LocalDate session) {
            index.invest(benchmark, session);
            equal.equalise(eligible, session);
            if (withheld.isEmpty()) {
                fill = portfolio.trade(targets, decided, session);
                traded = session;
            }
        }

        BacktestState state() {
            Decision decision = new Decision(
                    decided,
                    traded,
                    snapshot.id(),
                    snapshot.riskFree().annual(),
                    eligible.size(),
                    withheld,
                    new TreeMap<>(targets),
                    value,
                    fill.bought(),
                    fill.sold(),
                    fill.cost(),
                    fill.unfilled(),
                    fill.scaledDown(),
                    settled);
            List<Decision> all = new ArrayList<>(before.decisions());
            all.add(decision);
            return new BacktestState(
                    before.next() + 1, benchmark, portfolio.state(), index.state(), equal.state(), values, all);
        }
    }
}
