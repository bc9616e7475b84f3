package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.text.TextTable;
import io.lumia.news.text.Languages;
import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.ensemble.ScoreRequest;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.sentiment.entity.EntityRequest;
import io.lumia.sentiment.entity.EntityScorer;
import io.lumia.sentiment.entity.EntityScores;
import io.lumia.sentiment.entity.EntitySentiment;
import io.lumia.sentiment.entity.NamedEntities;
import io.lumia.sentiment.transformer.SentimentScorers;
import io.lumia.sentiment.transformer.TransformerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores texts; needs no data. */
@Command(
        name = "score",
        description = "Say how positive texts are, and how sure that is; - reads one text per line from the input.",
        mixinStandardHelpOptions = true)
final class ScoreCommand extends LumiaCommand {

    private static final int MOST_TEXTS = 100_000;
    private static final int SHOWN_CHARACTERS = 80;
    private static final String INPUT = "-";

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "Texts, each in quotes.")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--kind", defaultValue = "news", description = "news (default) or social.")
    private String kind = "news";

    @Option(
            names = "--language",
            description =
                    "ISO 639-1 of all texts (default: found out for each); other languages than English are not scored.")
    private @Nullable String language;

    @Option(
            names = "--entity",
            paramLabel = "NAME",
            description = "Say also what a text says of this name, where it has it; may be given several times.")
    private List<String> entities = List.of();

    @Override
    int run() throws IOException {
        TextKind textKind = TextKind.parse(kind);
        List<String> all = texts.equals(List.of(INPUT)) ? lines() : texts;
        SentimentScorer scorer = SentimentScorers.shipped(TransformerSettings.bundled(home().resolve(".lumia/models")));
        Languages languages = Languages.load();
        List<EntityScores> scores = new EntityScorer(scorer)
                .score(all.stream()
                        .map(text -> request(text, textKind, languages))
                        .toList());
        print(document(scorer, all, scores), () -> show(all, scores));
        return ExitCodes.DONE;
    }

    private EntityRequest request(String text, TextKind textKind, Languages languages) {
        String spoken = language == null ? languages.guess(text) : language;
        return new EntityRequest(new ScoreRequest(text, textKind, spoken), NamedEntities.mentions(text, entities));
    }

    private static List<String> lines() throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (lines.size() == MOST_TEXTS) {
                throw AppException.invalid("input", "more than " + MOST_TEXTS + " lines", "at most " + MOST_TEXTS);
            }
            lines.add(line);
        }
        return lines;
    }

    private static Map<String, Object> document(SentimentScorer scorer, List<String> texts, List<EntityScores> scores) {
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Map<String, @Nullable Object> result =
                    result("text", texts.get(i), scores.get(i).document());
            result.put(
                    "entities",
                    scores.get(i).entities().stream()
                            .map(entity -> result("entity", entity.entity(), entity.scoring()))
                            .toList());
            results.add(result);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("model_version", scorer.version());
        document.put("results", results);
        return document;
    }

    private static Map<String, @Nullable Object> result(String of, String value, Scoring scoring) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put(of, value);
        switch (scoring) {
            case Sentiment sentiment -> {
                result.put("score", sentiment.score());
                result.put("negative", sentiment.probabilities().negative());
                result.put("neutral", sentiment.probabilities().neutral());
                result.put("positive", sentiment.probabilities().positive());
                result.put("confidence", sentiment.confidence());
                result.put("abstained", sentiment.abstained());
                result.put("scored_by", sentiment.scoredBy().word());
                result.put("model_version", sentiment.modelVersion());
            }
            case NotScored(NotScored.Reason reason) -> {
                result.put("score", null);
                result.put("abstained", true);
                result.put("reason", reason.word());
            }
        }
        return result;
    }

    private void show(List<String> all, List<EntityScores> scores) {
        TextTable table = new TextTable("score", "confidence", "", "text");
        for (int i = 0; i < all.size(); i++) {
            show(
                    table,
                    ApiCommand.line(all.get(i), SHOWN_CHARACTERS),
                    scores.get(i).document());
            for (EntitySentiment entity : scores.get(i).entities()) {
                show(table, "  of " + entity.entity(), entity.scoring());
            }
        }
        table.print(out());
    }

    private static void show(TextTable table, String text, Scoring scoring) {
        switch (scoring) {
            case Sentiment sentiment ->
                table.row(
                        String.format(Locale.ROOT, "%+.2f", sentiment.score()),
                        String.format(Locale.ROOT, "%.1f %%", 100 * sentiment.confidence()),
                        sentiment.abstained()
                                ? "abstained"
                                : sentiment.polarity().word(),
                        text);
            case NotScored(NotScored.Reason reason) -> table.row(null, null, reason.word(), text);
        }
    }
}
