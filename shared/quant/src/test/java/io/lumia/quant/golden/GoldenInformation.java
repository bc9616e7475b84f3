package io.lumia.quant.golden;

import io.lumia.quant.information.CodedSeries;
import io.lumia.quant.information.DirectKraskov;
import io.lumia.quant.information.DiscreteTransferEntropy;
import io.lumia.quant.information.GaussianTransferEntropy;
import io.lumia.quant.information.HistoryLengths;
import io.lumia.quant.information.KraskovTransferEntropy;
import io.lumia.quant.information.KraskovTransferEntropy.Algorithm;
import io.lumia.quant.information.SeriesPair;
import io.lumia.quant.information.TransferEntropy;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Estimates of one pair of series by the names that reference files give them, such as {@code kraskov_alg2_K4_k1_l1_nats}. */
record GoldenInformation(double[] source, double[] target) {

    private static final Pattern DISCRETE =
            Pattern.compile("discrete_(?<kind>[a-z]+)_base(?<base>\\d+)_k(?<k>\\d+)_l(?<l>\\d+)_(?<unit>[a-z]+)");
    private static final Pattern GAUSSIAN =
            Pattern.compile("gaussian_k(?<k>\\d+)_l(?<l>\\d+)_(?<unit>[a-z]+|pvalue_analytic)");
    private static final Pattern KRASKOV = Pattern.compile(
            "kraskov_alg(?<algorithm>[12])_K(?<neighbours>\\d+)_k(?<k>\\d+)_l(?<l>\\d+)_(?<unit>[a-z]+)");

    private static final Map<String, Integer> BASES =
            Map.of("sign", 2, "tercile", 3, "quartile", 4, "quintile", 5, "decile", 10);

    double get(String figure) {
        Matcher discrete = DISCRETE.matcher(figure);
        Matcher gaussian = GAUSSIAN.matcher(figure);
        Matcher kraskov = KRASKOV.matcher(figure);
        if (discrete.matches()) {
            return inUnit(figure, discrete.group("unit"), discrete(figure, discrete));
        } else if (gaussian.matches()) {
            GaussianTransferEntropy estimate =
                    GaussianTransferEntropy.of(SeriesPair.of(source, target), histories(gaussian));
            return gaussian.group("unit").equals("pvalue_analytic")
                    ? estimate.pValueAnalytic()
                    : inUnit(figure, gaussian.group("unit"), estimate);
        } else if (kraskov.matches()) {
            return inUnit(figure, kraskov.group("unit"), kraskov(kraskov));
        }
        throw unknown(figure);
    }

    /**
     * What the estimate may be as well: a file does not say which of several neighbours equally far its second algorithm takes, where values
     * repeat. Empty for the others, of which each has one value.
     */
    double[] otherChoices(String figure) {
        Matcher kraskov = KRASKOV.matcher(figure);
        if (!kraskov.matches() || !kraskov.group("algorithm").equals("2")) {
            return new double[0];
        }
        DoubleStream nats = Arrays.stream(
                new DirectKraskov(source, target, histories(kraskov), number(kraskov, "neighbours")).second());
        return kraskov.group("unit").equals("bits")
                ? nats.map(value -> value / Math.log(2)).toArray()
                : nats.toArray();
    }

    private TransferEntropy discrete(String figure, Matcher name) {
        int base = number(name, "base");
        String kind = name.group("kind");
        if (BASES.getOrDefault(kind, 0) != base) {
            throw unknown(figure);
        }
        return DiscreteTransferEntropy.of(coded(kind, source, base), coded(kind, target, base), histories(name));
    }

    private static CodedSeries coded(String kind, double[] series, int base) {
        return kind.equals("sign") ? CodedSeries.ofSigns(series) : CodedSeries.ofQuantiles(series, base);
    }

    private TransferEntropy kraskov(Matcher name) {
        Algorithm algorithm = name.group("algorithm").equals("1") ? Algorithm.FIRST : Algorithm.SECOND;
        return KraskovTransferEntropy.of(
                SeriesPair.of(source, target), histories(name), algorithm, number(name, "neighbours"));
    }

    private static double inUnit(String figure, String unit, TransferEntropy estimate) {
        return switch (unit) {
            case "nats" -> estimate.nats();
            case "bits" -> estimate.bits();
            default -> throw unknown(figure);
        };
    }

    private static HistoryLengths histories(Matcher name) {
        return new HistoryLengths(number(name, "k"), number(name, "l"));
    }

    private static int number(Matcher name, String group) {
        return Integer.parseInt(name.group(group));
    }

    private static IllegalArgumentException unknown(String figure) {
        return new IllegalArgumentException("unknown figure " + figure);
    }
}
