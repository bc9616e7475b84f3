package io.lumia.sentiment.transformer.benchmark;

import io.lumia.kernel.AppException;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.SentimentModel;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.calibration.CalibrationFile;
import io.lumia.sentiment.calibration.EntityLabels;
import io.lumia.sentiment.calibration.Judged;
import io.lumia.sentiment.calibration.LabelledText;
import io.lumia.sentiment.calibration.LabelledTexts;
import io.lumia.sentiment.calibration.ReliabilityTable;
import io.lumia.sentiment.ensemble.ScoreRequest;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.transformer.SentimentScorers;
import io.lumia.sentiment.transformer.TransformerModels;
import io.lumia.sentiment.transformer.TransformerSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures accuracy, calibration and speed of the scorer that ships on a labelled CSV ({@code text,label}, optionally {@code set}). */
public final class SentimentBenchmark {

    /** What is timed: enough that the clock's grain does not matter, few enough that it takes seconds. */
    private static final int TIMED_TEXTS = 640;

    /** Read first and not timed: the native runtime lays out its memory on the first runs. */
    private static final int WARM_UP_TEXTS = 64;

    private final SentimentModel model;
    private final SentimentModel batched;
    private final SentimentScorer scorer;

    /** @param cache  a folder that may be written, for the model's files */
    public SentimentBenchmark(Path cache) {
        TransformerSettings settings = TransformerSettings.bundled(cache);
        this.model = TransformerModels.shared(settings);
        this.batched = TransformerModels.shared(settings.withBatchSize(TransformerSettings.MAX_BATCH));
        this.scorer = SentimentScorer.of(model, SentimentScorers.vader(), CalibrationFile.shipped());
    }

    /** Each set of the file by itself, in the order of the file. All texts are taken for texts of the kind. */
    public List<SentimentBenchmarkResult> measure(Path file, TextKind kind) {
        List<LabelledText> texts = LabelledTexts.read(file);
        return texts.stream()
                .map(LabelledText::set)
                .distinct()
                .map(set -> measure(
                        set,
                        kind,
                        texts.stream().filter(text -> text.set().equals(set)).toList()))
                .toList();
    }

    /** Headlines whose entities agree, as a set of labelled texts: what the whole says is what it says of each. */
    public List<SentimentBenchmarkResult> measureAgreeing(Path file, TextKind kind) {
        String set = LabelledTexts.setOf(file);
        List<LabelledText> agreeing = EntityLabels.read(file).stream()
                .flatMap(headline ->
                        headline.whole().stream().map(label -> new LabelledText(set, headline.title(), label)))
                .toList();
        return List.of(measure(set, kind, agreeing));
    }

    /** Per entity, apart by whether a headline's entities agree. */
    public List<EntityBenchmarkResult> measureEntities(Path file, TextKind kind) {
        return new EntityBenchmark(scorer, kind).measure(EntityLabels.read(file));
    }

    /** Blank texts are left out: nobody scores them. */
    public SentimentBenchmarkResult measure(String set, TextKind kind, List<LabelledText> labelled) {
        List<LabelledText> texts =
                labelled.stream().filter(text -> !text.text().isBlank()).toList();
        if (texts.isEmpty()) {
            throw AppException.invalid("labelled texts of " + set, 0, "1 or more");
        }
        List<String> words = texts.stream().map(LabelledText::text).toList();
        List<Probabilities> raw = model.score(words);
        List<Sentiment> scored = scorer
                .score(words.stream().map(text -> ScoreRequest.of(text, kind)).toList())
                .stream()
                .map(Sentiment.class::cast)
                .toList();
        List<Judged> before = new ArrayList<>();
        List<Judged> after = new ArrayList<>();
        List<Judged> answered = new ArrayList<>();
        int[][] confusion = new int[Polarity.values().length][Polarity.values().length];
        for (int i = 0; i < texts.size(); i++) {
            Polarity label = texts.get(i).label();
            Sentiment sentiment = scored.get(i);
            before.add(new Judged(raw.get(i).topProbability(), raw.get(i).top() == label));
            Judged judged = new Judged(sentiment.confidence(), sentiment.polarity() == label);
            after.add(judged);
            if (!sentiment.abstained()) {
                answered.add(judged);
            }
            confusion[label.ordinal()][sentiment.polarity().ordinal()]++;
        }
        return new SentimentBenchmarkResult(
                set,
                texts.size(),
                accuracy(after),
                macroF1(confusion),
                ReliabilityTable.of(before).expectedCalibrationError(),
                ReliabilityTable.of(after).expectedCalibrationError(),
                answered.size() / (double) texts.size(),
                accuracy(answered),
                perCpuSecond(words, timed -> timed.forEach(text -> model.read(List.of(text)))),
                perCpuSecond(words, batched::read));
    }

    private static double accuracy(List<Judged> judged) {
        return judged.stream().filter(Judged::correct).count() / (double) Math.max(judged.size(), 1);
    }

    /** F1 = 2 · hits / (labelled + called), of each polarity; one that neither occurs nor is called counts as 0. */
    static double macroF1(int[][] confusion) {
        return IntStream.range(0, confusion.length)
                .mapToDouble(polarity -> {
                    int labelled = Arrays.stream(confusion[polarity]).sum();
                    int called = Arrays.stream(confusion)
                            .mapToInt(row -> row[polarity])
                            .sum();
                    return 2.0 * confusion[polarity][polarity] / Math.max(labelled + called, 1);
                })
                .average()
                .orElse(0.0);
    }

    private static double perCpuSecond(List<String> texts, java.util.function.Consumer<List<String>> reading) {
        List<String> timed = texts.subList(0, Math.min(texts.size(), TIMED_TEXTS));
        reading.accept(timed.subList(0, Math.min(timed.size(), WARM_UP_TEXTS)));
        long start = cpuNanoseconds();
        reading.accept(timed);
        return timed.size() * 1e9 / Math.max(cpuNanoseconds() - start, 1);
    }

    private static long cpuNanoseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
