package io.lumia.sentiment.calibration;

import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.TextKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The fit for one kind of source. */
final class KindFit {

    /** Folds of the cross-validation; a text's place in the file decides its fold. */
    private static final int FOLDS = 10;

    /** At least this share of the texts must be answered… */
    private static final double MIN_COVERAGE = 0.95;

    /** …by the highest threshold of these that allows it. */
    private static final double[] THRESHOLDS = {0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80};

    private static final double SMALLEST_PROBABILITY = 1e-12;

    private final TextKind kind;
    private final List<Sample> samples;
    private final FitReport.KindReport report;

    KindFit(TextKind kind, List<Sample> samples) {
        this.kind = kind;
        this.samples = List.copyOf(samples);
        this.report = crossValidated();
    }

    KindCalibration calibration() {
        Temperature temperature = temperature(samples);
        return new KindCalibration(
                samples.size(), temperature, agreement(samples, temperature), lexiconTable(), threshold());
    }

    FitReport.KindReport report() {
        return report;
    }

    private FitReport.KindReport crossValidated() {
        List<Judged> after = new ArrayList<>();
        List<Judged> isotonic = new ArrayList<>();
        List<Judged> withAgreement = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Sample> known = fold(fold, false);
            Temperature temperature = temperature(known);
            AgreementRule rule = agreement(known, temperature);
            Isotonic staircase = Isotonic.fit(known.stream().map(KindFit::raw).toList());
            for (Sample sample : fold(fold, true)) {
                after.add(new Judged(sample.confidence(temperature), sample.correct()));
                isotonic.add(new Judged(staircase.apply(sample.raw().topProbability()), sample.correct()));
                withAgreement.add(new Judged(sample.confidence(temperature, rule), sample.correct()));
            }
        }
        return new FitReport.KindReport(
                kind,
                samples.size(),
                samples.stream().filter(Sample::correct).count() / (double) samples.size(),
                ReliabilityTable.of(samples.stream().map(KindFit::raw).toList()),
                ReliabilityTable.of(after),
                ReliabilityTable.of(isotonic),
                ReliabilityTable.of(withAgreement),
                logLoss(after),
                logLoss(withAgreement),
                trades(withAgreement));
    }

    private double threshold() {
        return report.thresholds().stream()
                .filter(trade -> trade.coverage() >= MIN_COVERAGE)
                .mapToDouble(FitReport.Trade::threshold)
                .max()
                .orElse(0.0);
    }

    private static List<FitReport.Trade> trades(List<Judged> judged) {
        List<FitReport.Trade> trades = new ArrayList<>();
        for (double threshold : THRESHOLDS) {
            List<Judged> answered =
                    judged.stream().filter(one -> one.confidence() >= threshold).toList();
            List<Judged> withheld =
                    judged.stream().filter(one -> one.confidence() < threshold).toList();
            trades.add(new FitReport.Trade(
                    threshold, answered.size() / (double) judged.size(), accuracy(answered), accuracy(withheld)));
        }
        return trades;
    }

    /** The one that makes the labels most likely; on a logarithmic scale, since 0.5 and 2 are equally far from 1. */
    private static Temperature temperature(List<Sample> known) {
        double best = Minimum.of(
                logarithm -> negativeLogLikelihood(known, new Temperature(Math.exp(logarithm))),
                Math.log(Temperature.MIN) + 1e-9,
                Math.log(Temperature.MAX) - 1e-9);
        return new Temperature(Math.exp(best));
    }

    private static double negativeLogLikelihood(List<Sample> known, Temperature temperature) {
        return known.stream()
                .mapToDouble(sample ->
                        -Math.log(Math.max(temperature.apply(sample.raw()).of(sample.label()), SMALLEST_PROBABILITY)))
                .sum();
    }

    /**
     * For news the lexicon is not asked. For social posts each state of agreement is held against the one in which the
     * lexicon has nothing to say for or against; an effect of the wrong sign is chance and counts as none.
     */
    private AgreementRule agreement(List<Sample> known, Temperature temperature) {
        return switch (kind) {
            case NEWS -> AgreementRule.NONE;
            case SOCIAL -> {
                double base = logOdds(known, temperature, Agreement.DIFFERS);
                double agrees = logOdds(known, temperature, Agreement.AGREES) - base;
                double opposes = logOdds(known, temperature, Agreement.OPPOSES) - base;
                yield new AgreementRule(
                        Math.clamp(agrees, 0.0, AgreementRule.LARGEST),
                        0.0,
                        Math.clamp(opposes, -AgreementRule.LARGEST, 0.0));
            }
        };
    }

    private static double logOdds(List<Sample> known, Temperature temperature, Agreement agreement) {
        List<Sample> such =
                known.stream().filter(sample -> sample.agreement() == agreement).toList();
        return Minimum.of(
                logOdds -> logLoss(such.stream()
                        .map(sample -> new Judged(
                                AgreementRule.moved(sample.confidence(temperature), logOdds), sample.correct()))
                        .toList()),
                -AgreementRule.LARGEST,
                AgreementRule.LARGEST);
    }

    private LexiconTable lexiconTable() {
        return new LexiconTable(row(Polarity.NEGATIVE), row(Polarity.NEUTRAL), row(Polarity.POSITIVE));
    }

    private Probabilities row(Polarity lexicon) {
        return Probabilities.ofWeights(
                count(lexicon, Polarity.NEGATIVE), count(lexicon, Polarity.NEUTRAL), count(lexicon, Polarity.POSITIVE));
    }

    private double count(Polarity lexicon, Polarity label) {
        return 1.0
                + samples.stream()
                        .filter(sample -> sample.lexicon() == lexicon && sample.label() == label)
                        .count();
    }

    private List<Sample> fold(int fold, boolean inside) {
        return IntStream.range(0, samples.size())
                .filter(i -> (i % FOLDS == fold) == inside)
                .mapToObj(samples::get)
                .toList();
    }

    private static Judged raw(Sample sample) {
        return new Judged(sample.raw().topProbability(), sample.correct());
    }

    private static double logLoss(List<Judged> judged) {
        return judged.stream()
                .mapToDouble(one -> -Math.log(
                        Math.max(one.correct() ? one.confidence() : 1.0 - one.confidence(), SMALLEST_PROBABILITY)))
                .average()
                .orElse(0.0);
    }

    private static double accuracy(List<Judged> judged) {
        return judged.stream().filter(Judged::correct).count() / (double) Math.max(judged.size(), 1);
    }
}
