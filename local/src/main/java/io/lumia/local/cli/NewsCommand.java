package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches what was written. */
@Command(
        name = "news",
        description = "Find articles by words, assets and score; newest first without words.",
        mixinStandardHelpOptions = true)
final class NewsCommand extends ApiCommand {

    private static final int TITLE_CHARACTERS = 90;

    @Parameters(paramLabel = "WORD", arity = "0..*", description = "Words that must all be in the article.")
    private String[] words = {};

    @Option(names = "--asset", paramLabel = "SYMBOL", description = "Only about this one.")
    private @Nullable String asset;

    @Option(names = "--type", description = "news, analysis, earnings, announcement, filing or social.")
    private @Nullable String type;

    @Option(names = "--min-score", description = "From -1 to 1.")
    private @Nullable String minScore;

    @Option(names = "--max-score", description = "From -1 to 1.")
    private @Nullable String maxScore;

    @Option(names = "--limit", defaultValue = "20", description = "How many to show, at most 200 (default 20).")
    private int limit = 20;

    @Override
    int ask(Installation installation, CollectionApi api) {
        Map<String, String> query = new TreeMap<>();
        put(query, "q", words.length == 0 ? null : Arrays.stream(words).collect(Collectors.joining(" ")));
        put(query, "assets", asset);
        put(query, "types", type);
        put(query, "min_score", minScore);
        put(query, "max_score", maxScore);
        query.put("per_page", Integer.toString(limit));
        JsonNode answer = installation.functions().get("/api/v1/news", query);
        print(answer, () -> show(answer));
        return ExitCodes.DONE;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private void show(JsonNode answer) {
        TextTable table = new TextTable("published", "about", "score", "title");
        answer.path("data")
                .forEach(article -> table.row(
                        article.path("published_at").asText().substring(0, 10),
                        symbols(article),
                        score(article.path("score")),
                        cut(text(article, "title"), TITLE_CHARACTERS)));
        table.print(out());
        out().println("%s in all"
                .formatted(answer.path("pagination").path("total_items").asText()));
        answer.path("metadata").path("warnings").forEach(warning -> out().println("  " + warning.asText()));
    }

    private static @Nullable String symbols(JsonNode article) {
        String symbols = StreamSupport.stream(article.path("links").spliterator(), false)
                .map(link -> link.path("symbol").asText())
                .collect(Collectors.joining(" "));
        return symbols.isEmpty() ? null : symbols;
    }

    /** In parentheses where it abstained; null where there is none. */
    static @Nullable String score(JsonNode score) {
        if (!score.path("score").isNumber()) {
            return null;
        }
        String text = String.format(Locale.ROOT, "%+.2f", score.path("score").asDouble());
        return score.path("abstained").asBoolean() ? "(" + text + ")" : text;
    }
}
