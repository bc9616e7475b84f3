package io.lumia.recommendation.explanation;

import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.CovarianceEstimate;
import io.lumia.quant.optimise.OptimisationResult.Solved;
import io.lumia.quant.risk.Confidence;
import io.lumia.quant.risk.Drawdown;
import io.lumia.quant.risk.HistoricalRisk;
import io.lumia.quant.risk.RiskContribution;
import io.lumia.quant.risk.StressResult;
import io.lumia.quant.risk.StressTest;
import io.lumia.quant.risk.StressWindow;
import io.lumia.recommendation.advice.PortfolioSummary;
import io.lumia.recommendation.advice.PortfolioSummary.Cash;
import io.lumia.recommendation.advice.PortfolioSummary.Shock;
import io.lumia.recommendation.advice.PortfolioSummary.Stress;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.portfolio.PortfolioPlan;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of the portfolio as a whole. */
final class SummaryMaker {

    private static final int MONEY_DECIMALS = 2;

    private final PortfolioPlan plan;
    private final PortfolioHistory history;
    private final RecommendationRequest request;
    private final EngineConfiguration configuration;
    private final MarketSnapshot snapshot;

    SummaryMaker(
            PortfolioPlan plan,
            PortfolioHistory history,
            RecommendationRequest request,
            EngineConfiguration configuration,
            MarketSnapshot snapshot) {
        this.plan = plan;
        this.history = history;
        this.request = request;
        this.configuration = configuration;
        this.snapshot = snapshot;
    }

    RiskContribution contributions() {
        return RiskContribution.of(history.weights(), covariance());
    }

    private SymmetricMatrix covariance() {
        return plan.estimate().covariance().matrix();
    }

    /** A year, above the risk-free rate; what cash lacks included. */
    double expectedExcess() {
        double sum = 0;
        for (int i = 0; i < history.weights().length; i++) {
            sum += history.weights()[i] * plan.estimate().expected()[i];
        }
        return sum;
    }

    PortfolioSummary summary() {
        RiskContribution risk = contributions();
        HistoricalRisk tail = HistoricalRisk.of(
                history.returns(), new Confidence(configuration.report().confidence()));
        Optional<Double> beta =
                snapshot.find(request.benchmark()).flatMap(benchmark -> history.beta(history.returns(), benchmark));
        double riskFree = snapshot.riskFree().annual();
        Solved solution = plan.found().solution();
        return new PortfolioSummary(
                expectedExcess() + investedPart() * riskFree,
                risk.volatility(),
                configuration.portfolio().risk(request.riskTolerance()).volatilityCap(),
                expectedExcess() / risk.volatility(),
                riskFree,
                1 - sumOfSquares(risk.relative()),
                meanVolatility() / risk.volatility(),
                tail.varInterpolated(),
                tail.cvarFractional(),
                beta.orElse(null),
                request.benchmark(),
                Drawdown.deepest(history.returns()).depth(),
                stress(),
                beta.map(this::shock).orElse(null),
                request.capital().subtract(plan.shares().cash()),
                cash(),
                tradingCost(),
                turnover(),
                plan.estimate().common().dates().size(),
                plan.estimate().common().dates().getFirst(),
                shrinkage(),
                solution.residual(),
                solution.binding().stream()
                        .map(binding -> binding.limit().words())
                        .toList());
    }

    private double investedPart() {
        double sum = 0;
        for (double weight : history.weights()) {
            sum += weight;
        }
        return sum;
    }

    private static double sumOfSquares(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share * share;
        }
        return sum;
    }

    private double meanVolatility() {
        double sum = 0;
        for (int i = 0; i < history.weights().length; i++) {
            sum += history.weights()[i] * Math.sqrt(covariance().at(i, i));
        }
        return sum;
    }

    private double shrinkage() {
        return plan.estimate().covariance().treatment() instanceof CovarianceEstimate.Treatment.Shrunk shrunk
                ? shrunk.intensity()
                : 0;
    }

    private Shock shock(double beta) {
        double fall = configuration.report().marketShock();
        return new Shock(fall, beta * fall);
    }

    private List<Stress> stress() {
        List<Stress> all = new ArrayList<>();
        for (StressWindow window : configuration.report().stressWindows()) {
            if (!window.from().isAfter(snapshot.session())) {
                all.add(stress(window));
            }
        }
        int length = Math.min(
                configuration.report().worstSessions(), history.returns().size());
        StressTest.WorstWindow worst = StressTest.worst(history.returns(), length);
        all.add(new Stress(
                "worst %d sessions of the look-back".formatted(length),
                history.dates().get(worst.first()),
                history.dates().get(worst.last()),
                true,
                worst.totalReturn(),
                null));
        return all;
    }

    private Stress stress(StressWindow window) {
        return switch (StressTest.during(window, history.dates(), history.returns())) {
            case StressResult.Measured measured ->
                new Stress(
                        window.name(),
                        window.from(),
                        window.to(),
                        true,
                        measured.totalReturn(),
                        measured.maximumDrawdown());
            case StressResult.NotCovered _ -> new Stress(window.name(), window.from(), window.to(), false, null, null);
        };
    }

    private Cash cash() {
        BigDecimal cash = plan.shares().cash();
        double part = cash.doubleValue() / request.capital().doubleValue();
        String reason = plan.shares().givenBack() > 0
                ? "whole shares: %d more would have passed a limit"
                        .formatted(plan.shares().givenBack())
                : "whole shares: what is left buys none that brings the amounts nearer to the weights";
        return new Cash(cash, part, reason);
    }

    /** Of what is bought and sold, holdings that are not candidates included. */
    private BigDecimal tradingCost() {
        double cost = configuration.portfolio().linearCost()
                * turnover()
                * request.capital().doubleValue();
        return BigDecimal.valueOf(cost).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Σ |change of weight|: a whole portfolio bought from cash is 1, exchanged for another 2. */
    double turnover() {
        double sum = 0;
        for (int i = 0; i < history.weights().length; i++) {
            sum += Math.abs(history.weights()[i] - plan.candidates().get(i).held());
        }
        return sum + soldOutside();
    }

    /** Weight of present holdings that are no candidates. */
    private double soldOutside() {
        double candidates = 0;
        for (var candidate : plan.candidates()) {
            candidates += candidate.held();
        }
        double all = 0;
        for (var holding : request.holdings()) {
            Optional<SnapshotAsset> asset = snapshot.find(holding.asset());
            all += asset.filter(found -> !found.prices().isEmpty())
                            .map(found -> found.prices().lastClose())
                            .orElse(0.0)
                    * holding.shares().doubleValue()
                    / request.capital().doubleValue();
        }
        return Math.max(0, all - candidates);
    }

    /** With two decimals, for sentences. */
    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f %%", fraction * 100);
    }
}
