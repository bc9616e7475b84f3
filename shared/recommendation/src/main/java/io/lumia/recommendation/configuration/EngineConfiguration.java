package io.lumia.recommendation.configuration;

/**
 * Everything the engine is set to.
 *
 * @param version of the numbers below; stored with every recommendation
 */
public record EngineConfiguration(
        String version,
        UniverseRules universe,
        ScoreRules scores,
        ReturnRules returns,
        PortfolioRules portfolio,
        ReportRules report) {}
