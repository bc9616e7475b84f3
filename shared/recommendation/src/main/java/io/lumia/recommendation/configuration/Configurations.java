package io.lumia.recommendation.configuration;

import static io.lumia.recommendation.score.Feature.*;

import io.lumia.quant.risk.StressWindow;
import io.lumia.recommendation.request.DiversificationPreference;
import io.lumia.recommendation.request.InvestmentHorizon;
import io.lumia.recommendation.request.RiskTolerance;
import io.lumia.recommendation.score.Feature;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configurations that there are, by version. One that somebody was given an answer by is never changed or removed. */
public final class Configurations {

    /**
     * A monthly mean, dated by its month's first day, is up to 107 days old when {@link io.lumia.market.PublicationLag} lets the next
     * one be used.
     */
    private static final int RISK_FREE_DAYS = 120;

    /** The one that is used where a request names none. */
    public static final EngineConfiguration CURRENT = new EngineConfiguration(
            "2026-11",
            new UniverseRules(756, 252, 3, 252, 0.95, 1_000_000, 300_000_000, 50, 10),
            scores(),
            new ReturnRules(
                    Map.of(
                            InvestmentHorizon.SHORT, 0.04,
                            InvestmentHorizon.MEDIUM, 0.05,
                            InvestmentHorizon.LONG, 0.05),
                    2.5,
                    2.5,
                    0.05,
                    0.05,
                    0.95,
                    252,
                    List.of("DTB3", "DGS3MO", "TB3MS", "FEDFUNDS"),
                    RISK_FREE_DAYS),
            portfolio(),
            new ReportRules(0.95, -0.20, 21, stressWindows(), 2_000, 10, 20, 0.05));

    private static final Map<String, EngineConfiguration> BY_VERSION = Map.of(CURRENT.version(), CURRENT);

    private Configurations() {}

    public static Optional<EngineConfiguration> find(String version) {
        return Optional.ofNullable(BY_VERSION.get(version));
    }

    private static ScoreRules scores() {
        return new ScoreRules(
                Map.of(
                        InvestmentHorizon.SHORT, new PartWeights(0.55, 0.25, 0.20),
                        InvestmentHorizon.MEDIUM, new PartWeights(0.40, 0.15, 0.45),
                        InvestmentHorizon.LONG, new PartWeights(0.25, 0.05, 0.70)),
                Map.of(
                        RiskTolerance.CONSERVATIVE, features(0.20, 0.15, 0.65, 0.35, 0.40, 0.05, 0.20),
                        RiskTolerance.MODERATE, features(0.40, 0.25, 0.35, 0.35, 0.35, 0.15, 0.15),
                        RiskTolerance.AGGRESSIVE, features(0.55, 0.30, 0.15, 0.30, 0.30, 0.30, 0.10)),
                8,
                0.5,
                3,
                456,
                730,
                0.05,
                0.05);
    }

    /** Themes' weights, divided evenly among the features of each. */
    private static Map<Feature, Double> features(
            double momentum,
            double trend,
            double lowRisk,
            double value,
            double quality,
            double growth,
            double leverage) {
        Map<Feature, Double> weights = new EnumMap<>(Feature.class);
        weights.put(MOMENTUM_12_1, momentum * 0.75);
        weights.put(RETURN_30D, momentum * 0.25);
        weights.put(TREND_50, trend / 2);
        weights.put(TREND_200, trend / 2);
        weights.put(VOLATILITY, lowRisk / 2);
        weights.put(DRAWDOWN, lowRisk / 2);
        weights.put(NEWS_SENTIMENT, 0.8);
        weights.put(SOCIAL_SENTIMENT, 0.2);
        weights.put(EARNINGS_YIELD, value / 3);
        weights.put(BOOK_TO_PRICE, value / 3);
        weights.put(CASH_FLOW_YIELD, value / 3);
        weights.put(RETURN_ON_EQUITY, quality / 3);
        weights.put(GROSS_PROFITABILITY, quality / 3);
        weights.put(OPERATING_MARGIN, quality / 3);
        weights.put(REVENUE_GROWTH, growth / 2);
        weights.put(INCOME_GROWTH, growth / 2);
        weights.put(LEVERAGE, leverage);
        return weights;
    }

    private static PortfolioRules portfolio() {
        return new PortfolioRules(
                Map.of(
                        RiskTolerance.CONSERVATIVE, new RiskLimits(0.08, 0),
                        RiskTolerance.MODERATE, new RiskLimits(0.14, 0.05),
                        RiskTolerance.AGGRESSIVE, new RiskLimits(0.22, 0.15)),
                Map.of(
                        DiversificationPreference.LOW, new Spread(0.30, 0.50, 0.02, 4, 12),
                        DiversificationPreference.MEDIUM, new Spread(0.20, 0.35, 0.02, 6, 20),
                        DiversificationPreference.HIGH, new Spread(0.10, 0.25, 0.01, 12, 40)),
                Map.of(
                        InvestmentHorizon.SHORT, 6,
                        InvestmentHorizon.MEDIUM, 36,
                        InvestmentHorizon.LONG, 120),
                60,
                30,
                0.001,
                6,
                100_000);
    }

    private static List<StressWindow> stressWindows() {
        return List.of(
                window("Lehman to the low", "2008-09-15", "2009-03-09"),
                window("US downgrade", "2011-07-25", "2011-08-08"),
                window("China devaluation", "2015-08-18", "2015-08-25"),
                window("Start of 2016", "2016-01-04", "2016-02-11"),
                window("Brexit vote", "2016-06-24", "2016-06-27"),
                window("February 2018", "2018-01-29", "2018-02-08"),
                window("End of 2018", "2018-10-04", "2018-12-24"),
                window("Covid-19", "2020-02-20", "2020-03-23"),
                window("Rate rises of 2022", "2022-01-04", "2022-10-12"),
                window("Tariffs of 2025", "2025-04-03", "2025-04-08"));
    }

    private static StressWindow window(String name, String from, String to) {
        return new StressWindow(name, LocalDate.parse(from), LocalDate.parse(to));
    }
}
