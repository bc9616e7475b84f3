package io.lumia.quant.signal;

import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.BenchmarkSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The same signals computed the slow way, straight from their definitions with dates, lists and commons-math, as a second
 * opinion: nothing here is shared with the production loops.
 */
final class DirectSignals {

    private static final double NONE = Double.NaN;

    private final LocalDate[] dates;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final TreeMap<LocalDate, Double> benchmark = new TreeMap<>();
    private final double sessionsPerYear;
    private final double[] fastLine;
    private final double[] slowLine;

    DirectSignals(BarSeries bars, BenchmarkSeries benchmark, double sessionsPerYear) {
        this.dates =
                Arrays.stream(bars.epochDays()).mapToObj(LocalDate::ofEpochDay).toArray(LocalDate[]::new);
        this.high = bars.high();
        this.low = bars.low();
        this.close = bars.close();
        this.volume = bars.volume();
        this.sessionsPerYear = sessionsPerYear;
        for (int i = 0; i < benchmark.size(); i++) {
            this.benchmark.put(
                    LocalDate.ofEpochDay(benchmark.epochDays()[i]), benchmark.close()[i]);
        }
        this.fastLine = average(close, 14, 12, 2.0 / 13);
        this.slowLine = average(close, 0, 26, 2.0 / 27);
    }

    double[] compute(SignalColumn column) {
        int size = close.length;
        return switch (column) {
            case RETURN_1D -> each(i -> i < 1 ? NONE : ratio(close[i - 1], close[i]));
            case RETURN_30D -> each(i -> since(i, 30));
            case RETURN_365D -> each(i -> since(i, 365));
            case VOLATILITY_30D -> each(this::volatility);
            case SMA_20, BOLLINGER_MIDDLE -> each(i -> mean(i, 20));
            case SMA_50 -> each(i -> mean(i, 50));
            case SMA_200 -> each(i -> mean(i, 200));
            case EMA_12 -> average(close, 0, 12, 2.0 / 13);
            case EMA_26 -> average(close, 0, 26, 2.0 / 27);
            case MACD -> each(i -> i < 33 ? NONE : macdLine()[i]);
            case MACD_SIGNAL -> average(macdLine(), 25, 9, 0.2);
            case MACD_HISTOGRAM -> minus(compute(SignalColumn.MACD), compute(SignalColumn.MACD_SIGNAL));
            case RSI_14 -> strength();
            case BOLLINGER_UPPER -> each(i -> mean(i, 20) + 2 * deviation(i));
            case BOLLINGER_LOWER -> each(i -> mean(i, 20) - 2 * deviation(i));
            case ATR_14 -> averageRange(size);
            case POSITION_52W -> each(this::position);
            case MAX_DRAWDOWN_1Y -> each(this::drawdown);
            case BETA_1Y -> each(this::beta);
            case MOMENTUM_12_1 -> each(i -> i < 252 ? NONE : ratio(close[i - 252], close[i - 21]));
            case AVERAGE_DOLLAR_VOLUME_20D -> each(this::dollarVolume);
        };
    }

    private interface AtBar {
        double value(int bar);
    }

    private double[] each(AtBar function) {
        double[] result = new double[close.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = function.value(i);
        }
        return result;
    }

    private static double ratio(double base, double end) {
        return base > 0 ? end / base - 1 : NONE;
    }

    private double since(int bar, int days) {
        double base = NONE;
        for (int i = 0; i < bar && !dates[i].isAfter(dates[bar].minusDays(days)); i++) {
            base = close[i];
        }
        return ratio(base, close[bar]);
    }

    private double volatility(int bar) {
        if (bar < 30) {
            return NONE;
        }
        double[] returns = new double[30];
        for (int k = 0; k < 30; k++) {
            returns[k] = ratio(close[bar - k - 1], close[bar - k]);
        }
        return Math.sqrt(StatUtils.variance(returns)) * Math.sqrt(sessionsPerYear);
    }

    private double mean(int bar, int window) {
        return bar < window - 1 ? NONE : StatUtils.mean(close, bar - window + 1, window);
    }

    private double deviation(int bar) {
        return bar < 19 ? NONE : Math.sqrt(StatUtils.populationVariance(close, bar - 19, 20));
    }

    private static double[] average(double[] values, int from, int period, double weight) {
        double[] result = new double[values.length];
        Arrays.fill(result, NONE);
        int seed = from + period - 1;
        for (int i = seed; i < values.length; i++) {
            result[i] = i == seed
                    ? StatUtils.mean(values, from, period)
                    : weight * values[i] + (1 - weight) * result[i - 1];
        }
        return result;
    }

    private double[] macdLine() {
        return minus(fastLine, slowLine);
    }

    private static double[] minus(double[] left, double[] right) {
        double[] result = new double[left.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = left[i] - right[i];
        }
        return result;
    }

    private double[] strength() {
        double[] rises = each(i -> i < 1 ? NONE : Math.max(0, close[i] - close[i - 1]));
        double[] falls = each(i -> i < 1 ? NONE : Math.max(0, close[i - 1] - close[i]));
        double[] gain = average(rises, 1, 14, 1.0 / 14);
        double[] loss = average(falls, 1, 14, 1.0 / 14);
        return each(i -> gain[i] + loss[i] == 0 ? 0 : 100 * gain[i] / (gain[i] + loss[i]));
    }

    private double[] averageRange(int size) {
        double[] range = each(i -> i < 1
                ? NONE
                : Math.max(
                        high[i] - low[i], Math.max(Math.abs(high[i] - close[i - 1]), Math.abs(low[i] - close[i - 1]))));
        double[] result = new double[size];
        Arrays.fill(result, NONE);
        int known = 0;
        for (int i = 0; i < size; i++) {
            known = Double.isNaN(range[i]) ? 0 : known + 1;
            if (known == 14) {
                result[i] = StatUtils.mean(range, i - 13, 14);
            } else if (known > 14) {
                result[i] = (13 * result[i - 1] + range[i]) / 14;
            }
        }
        return result;
    }

    /** Positions of the bars dated after the bar's day less 365, or none when nothing lies before them. */
    private List<Integer> year(int bar) {
        LocalDate latest = dates[bar].minusDays(365);
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i <= bar; i++) {
            if (dates[i].isAfter(latest)) {
                positions.add(i);
            }
        }
        return dates[0].isAfter(latest) ? List.of() : positions;
    }

    private double position(int bar) {
        List<Integer> year = year(bar);
        if (year.isEmpty() || year.stream().anyMatch(i -> Double.isNaN(high[i]) || Double.isNaN(low[i]))) {
            return NONE;
        }
        double top = year.stream().mapToDouble(i -> high[i]).max().orElseThrow();
        double bottom = year.stream().mapToDouble(i -> low[i]).min().orElseThrow();
        return top == bottom ? NONE : (close[bar] - bottom) / (top - bottom);
    }

    private double drawdown(int bar) {
        List<Integer> year = year(bar);
        if (year.isEmpty() || year.stream().anyMatch(i -> !(close[i] > 0))) {
            return NONE;
        }
        double peak = 0;
        double worst = 0;
        for (int i : year) {
            peak = Math.max(peak, close[i]);
            worst = Math.min(worst, close[i] / peak - 1);
        }
        return worst;
    }

    private double beta(int bar) {
        List<Integer> common = new ArrayList<>();
        for (int i = 0; i <= bar; i++) {
            if (benchmark.containsKey(dates[i])) {
                common.add(i);
            }
        }
        SimpleRegression regression = new SimpleRegression();
        for (int k = common.size() - 1; k >= 1 && regression.getN() < 252; k--) {
            int base = common.get(k - 1);
            int end = common.get(k);
            if (dates[base].isBefore(dates[bar].minusDays(400))) {
                break;
            }
            double asset = ratio(close[base], close[end]);
            double market = ratio(benchmark.get(dates[base]), benchmark.get(dates[end]));
            if (!Double.isNaN(asset + market)) {
                regression.addData(market, asset);
            }
        }
        return regression.getN() < 60 ? NONE : regression.getSlope();
    }

    private double dollarVolume(int bar) {
        double sum = bar < 19 ? NONE : 0;
        for (int k = 0; k < 20 && bar >= 19; k++) {
            sum += close[bar - k] * volume[bar - k];
        }
        return sum / 20;
    }
}
