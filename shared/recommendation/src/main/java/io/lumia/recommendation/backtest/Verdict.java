package io.lumia.recommendation.backtest;

import io.lumia.recommendation.backtest.BacktestReport.Comparison;
import io.lumia.recommendation.backtest.BacktestReport.Figures;
import io.lumia.recommendation.backtest.BacktestReport.Range;
import io.lumia.recommendation.backtest.BacktestReport.Trading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words what the figures say. */
record Verdict(String benchmark, LocalDate from, LocalDate to) {

    List<String> words(Figures portfolio, Comparison index, Comparison equal, Trading trading) {
        List<String> words = new ArrayList<>();
        words.add("From %s to %s the portfolio earned %s a year after %s of costs, with a deepest fall of %s."
                .formatted(
                        from,
                        to,
                        percent(portfolio.annualReturn()),
                        money(portfolio.costs()),
                        percent(portfolio.maxDrawdown())));
        words.add(against(benchmark, index, trading));
        words.add(against("equal weight of all eligible assets", equal, trading));
        if (trading.withheld() > 0) {
            words.add("At %d of %d decisions nothing was recommended, and the portfolio stayed as it was."
                    .formatted(trading.withheld(), trading.decisions()));
        }
        if (trading.settled() > 0) {
            words.add("%d of the holdings died and became cash at the last price.".formatted(trading.settled()));
        }
        return words;
    }

    private static String against(String name, Comparison comparison, Trading trading) {
        Double excess = comparison.annualExcess();
        if (excess == null) {
            return "Against %s nothing can be said: a value fell to zero.".formatted(name);
        }
        String verb = excess < 0 ? "lost to" : "beat";
        return "It %s %s by %s a year (95 %% of resampled histories: %s)%s, and was ahead in %.0f %% of %d periods."
                .formatted(
                        verb,
                        name,
                        points(Math.abs(excess)),
                        range(comparison.annualExcessRange()),
                        comparison.couldBeChance() ? ", which could be chance" : "",
                        100 * comparison.hitRate(),
                        trading.decisions());
    }

    private static String range(Range range) {
        Double low = range.low();
        Double high = range.high();
        return low == null || high == null
                ? "unknown"
                : String.format(Locale.ROOT, "%+.1f to %+.1f", 100 * low, 100 * high);
    }

    private static String points(double fraction) {
        return String.format(Locale.ROOT, "%.1f percentage points", 100 * fraction);
    }

    private static String percent(@Nullable Double fraction) {
        return fraction == null ? "an unknown part" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
