package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.bench.Machine;
import io.lumia.local.text.TextTable;
import io.lumia.local.time.Clocks;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.calibration.CalibrationFile;
import io.lumia.sentiment.calibration.CalibrationFit;
import io.lumia.sentiment.calibration.FitReport;
import io.lumia.sentiment.transformer.SentimentScorers;
import io.lumia.sentiment.transformer.TransformerModels;
import io.lumia.sentiment.transformer.TransformerSettings;
import io.lumia.sentiment.transformer.benchmark.EntityBenchmarkResult;
import io.lumia.sentiment.transformer.benchmark.SentimentBenchmark;
import io.lumia.sentiment.transformer.benchmark.SentimentBenchmarkResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What scores are worth. */
@Command(
        name = "sentiment",
        description =
                "Score labelled texts; say how many are right, how honest the confidence is, and how fast (docs/sentiment.md).",
        mixinStandardHelpOptions = true)
final class BenchSentimentCommand extends LumiaCommand {

    @Option(
            names = "--texts",
            paramLabel = "FILE",
            description =
                    "CSV with text (or sentence), label (negative, neutral, positive) and perhaps set; may be given several times.")
    private List<Path> texts = List.of();

    @Option(
            names = "--entities",
            paramLabel = "FILE",
            description =
                    "CSV with Title and Decisions ({'entity': 'label', …}), as SEntFiN has it: headlines whose entities"
                            + " agree as texts, and all of them per entity.")
    private @Nullable Path entities;

    @Option(names = "--kind", defaultValue = "news", description = "What the texts are: news (default) or social.")
    private String kind = "news";

    @Option(
            names = "--fit",
            paramLabel = "FILE",
            description = "Fit the calibration on texts the model has not seen and print it, instead of measuring.")
    private @Nullable Path fit;

    @Option(names = "--revision", defaultValue = "1", description = "Of the fitted calibration (default 1).")
    private int revision = 1;

    @Override
    int run() {
        Logs.configure();
        if (fit == null && texts.isEmpty() && entities == null) {
            throw AppException.invalid("--texts", "none", "a CSV of labelled texts, or --entities or --fit with one");
        }
        Path cache = home().resolve(".lumia/models");
        return fit == null ? measure(cache) : fit(cache, fit);
    }

    private int measure(Path cache) {
        TextKind textKind = TextKind.parse(kind);
        SentimentBenchmark benchmark = new SentimentBenchmark(cache);
        List<SentimentBenchmarkResult> results = new ArrayList<>();
        texts.forEach(file -> results.addAll(benchmark.measure(file, textKind)));
        List<EntityBenchmarkResult> ofEntities = new ArrayList<>();
        if (entities != null) {
            results.addAll(benchmark.measureAgreeing(entities, textKind));
            ofEntities.addAll(benchmark.measureEntities(entities, textKind));
        }
        Machine machine = Machine.here("none");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine);
        document.put("results", results);
        document.put("entities", ofEntities);
        print(document, () -> {
            show(machine, results);
            showEntities(ofEntities);
        });
        return ExitCodes.DONE;
    }

    private void show(Machine machine, List<SentimentBenchmarkResult> results) {
        out().println(machine.line());
        TextTable table = new TextTable(
                "set",
                "texts",
                "accuracy",
                "macro-F1",
                "ECE raw",
                "ECE",
                "answered",
                "right of those",
                "singly/CPU-s",
                "batched/CPU-s");
        for (SentimentBenchmarkResult result : results) {
            table.row(
                    result.set(),
                    TextTable.count(result.texts()),
                    fraction(result.accuracy()),
                    fraction(result.macroF1()),
                    fraction(result.calibrationErrorRaw()),
                    fraction(result.calibrationError()),
                    fraction(result.coverage()),
                    fraction(result.accuracyAnswered()),
                    String.format(Locale.ROOT, "%.0f", result.singlyPerCpuSecond()),
                    String.format(Locale.ROOT, "%.0f", result.batchedPerCpuSecond()));
        }
        table.print(out());
    }

    private void showEntities(List<EntityBenchmarkResult> results) {
        if (results.isEmpty()) {
            return;
        }
        out().println();
        TextTable table = new TextTable(
                "entities", "headlines", "pairs", "not named so", "whole", "entity", "answered", "right of those");
        for (EntityBenchmarkResult result : results) {
            table.row(
                    result.headlines(),
                    TextTable.count(result.texts()),
                    TextTable.count(result.pairs()),
                    TextTable.count(result.unnamed()),
                    fraction(result.accuracyWhole()),
                    fraction(result.accuracyEntity()),
                    fraction(result.coverage()),
                    fraction(result.accuracyAnswered()));
        }
        table.print(out());
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private int fit(Path cache, Path file) {
        LocalDate today = LocalDate.ofInstant(Clocks.real().instant(), ZoneOffset.UTC);
        FitReport report = new CalibrationFit(
                        TransformerModels.shared(TransformerSettings.bundled(cache)), SentimentScorers.vader())
                .fit(file, revision, today);
        String calibration = CalibrationFile.json(report.calibration());
        print(report, () -> {
            report.kinds().forEach(out()::println);
            out().println(calibration);
        });
        return ExitCodes.DONE;
    }
}
