package io.lumia.quant.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.quant.linear.SymmetricMatrix;
import io.lumia.quant.moments.Covariances;
import io.lumia.quant.moments.LedoitWolf;
import io.lumia.quant.moments.MeanReturns;
import io.lumia.quant.moments.ReturnTable;
import io.lumia.quant.optimise.PortfolioProblem;
import java.io.IOException;
import java.util.List;

/** A reference file of portfolios and the returns it was computed from. */
record GoldenPortfolios(GoldenFile file, List<String> assets, ReturnTable table) {

    private static final double YEAR = 252;

    static GoldenPortfolios of(GoldenFile file) throws IOException {
        List<String> assets = GoldenFile.texts(file.json().required("assets"));
        ReturnTable table = file.prices().returnsOf(assets);
        if (table.days() != file.json().required("n_returns").asInt()) {
            throw new IllegalArgumentException("n_returns is %s but the prices make %d"
                    .formatted(file.json().get("n_returns"), table.days()));
        }
        return new GoldenPortfolios(file, assets, table);
    }

    JsonNode portfolios() {
        return file.json().required("portfolios");
    }

    double[] mean(String name) {
        return switch (name) {
            case "arith" -> MeanReturns.arithmetic(table, YEAR);
            case "cagr" -> MeanReturns.compound(table, YEAR);
            default -> throw new IllegalArgumentException("mean is '" + name + "'; allowed: arith, cagr");
        };
    }

    SymmetricMatrix covariance(String name) {
        return switch (name) {
            case "sample" -> Covariances.sample(table, YEAR).matrix();
            case "ledoit_wolf" -> LedoitWolf.toConstantVariance(table, YEAR).matrix();
            default -> throw new IllegalArgumentException("covariance is '" + name + "'; allowed: sample, ledoit_wolf");
        };
    }

    PortfolioProblem problem(String covariance, String mean) {
        return PortfolioProblem.of(assets, mean(mean), covariance(covariance));
    }

    /** One row per day. */
    double[][] returns() {
        double[][] returns = new double[table.days()][assets.size()];
        for (int day = 0; day < returns.length; day++) {
            for (int asset = 0; asset < assets.size(); asset++) {
                returns[day][asset] = table.at(day, asset);
            }
        }
        return returns;
    }

    GoldenPortfolios lastReturns(int count) {
        return new GoldenPortfolios(file, assets, table.lastDays(count));
    }
}
