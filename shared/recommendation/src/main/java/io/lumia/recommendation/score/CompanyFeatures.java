package io.lumia.recommendation.score;

import io.lumia.market.Fundamental;
import io.lumia.recommendation.score.Fundamentals.Figure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Features of what a company reported. */
final class CompanyFeatures {

    private final Fundamentals fundamentals;
    private final FeatureValues values;
    private final Set<Fundamental> used = new LinkedHashSet<>();

    private CompanyFeatures(Fundamentals fundamentals, FeatureValues values) {
        this.fundamentals = fundamentals;
        this.values = values;
    }

    /** @return the reports that counted */
    static List<Fundamental> fill(FeatureValues values, Fundamentals fundamentals) {
        CompanyFeatures features = new CompanyFeatures(fundamentals, values);
        features.fillValue();
        features.fillQuality();
        features.fillGrowth();
        return List.copyOf(features.used);
    }

    private void fillValue() {
        double cap = fundamentals.marketCap();
        fundamentals.shares().ifPresent(figure -> used.addAll(figure.sources()));
        double freeCashFlow = year("operating_cash_flow") - Math.abs(year("capital_expenditures"));
        values.set(Feature.EARNINGS_YIELD, year("net_income") / cap);
        values.set(Feature.BOOK_TO_PRICE, balance("total_equity") / cap);
        values.set(Feature.CASH_FLOW_YIELD, freeCashFlow / cap);
    }

    private void fillQuality() {
        double equity = balance("total_equity");
        double assets = balance("total_assets");
        values.set(Feature.RETURN_ON_EQUITY, equity > 0 ? year("net_income") / equity : Double.NaN);
        values.set(Feature.GROSS_PROFITABILITY, year("gross_profit") / assets);
        values.set(Feature.OPERATING_MARGIN, year("operating_income") / year("revenue"));
        values.set(Feature.LEVERAGE, balance("total_liabilities") / assets);
    }

    private void fillGrowth() {
        values.set(Feature.REVENUE_GROWTH, growth("revenue"));
        values.set(Feature.INCOME_GROWTH, growth("net_income"));
    }

    /** Against the size of the year before, so that a smaller loss is growth. */
    private double growth(String metric) {
        Optional<Figure> now = fundamentals.year(metric);
        Optional<Figure> before = now.flatMap(figure -> fundamentals.yearBefore(metric, figure));
        return before.isEmpty() ? Double.NaN : (counted(now) - counted(before)) / Math.abs(counted(before));
    }

    private double year(String metric) {
        return counted(fundamentals.year(metric));
    }

    private double balance(String metric) {
        return counted(fundamentals.balance(metric));
    }

    private double counted(Optional<Figure> figure) {
        figure.ifPresent(known -> used.addAll(known.sources()));
        return figure.map(Figure::value).orElse(Double.NaN);
    }
}
