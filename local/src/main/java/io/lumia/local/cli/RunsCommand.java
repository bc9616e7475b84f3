package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was collected. */
@Command(
        name = "runs",
        description = "List runs of jobs, newest first; show one with its items; cancel one.",
        mixinStandardHelpOptions = true,
        subcommands = {RunsCommand.Show.class, RunsCommand.Cancel.class})
final class RunsCommand extends ApiCommand {

    private static final int LONGEST_DETAIL = 110;

    @Option(names = "--job", paramLabel = "NAME", description = "Only runs of this job.")
    private @Nullable String job;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only runs that stand so: running, succeeded, partial, failed, skipped, cancelled.")
    private @Nullable String status;

    @Option(names = "--limit", defaultValue = "20", description = "How many at most (default 20).")
    private int limit = 20;

    @Override
    void check() {
        Limits.check("--limit", limit);
    }

    @Override
    int ask(Installation installation, CollectionApi api) {
        Map<String, String> query = new TreeMap<>();
        if (job != null) {
            query.put("job", job);
        }
        if (status != null) {
            query.put("status", status.toLowerCase(Locale.ROOT));
        }
        List<JsonNode> runs =
                api.upTo(limit, "/runs", query).stream().limit(limit).toList();
        print(Map.of("runs", runs), () -> table(runs).print(out()));
        return ExitCodes.DONE;
    }

    static TextTable table(List<JsonNode> runs) {
        TextTable table = new TextTable(
                "id",
                "job",
                "tick",
                "trigger",
                "status",
                "items",
                "failed",
                "loaded",
                "quarantined",
                "complete",
                "time");
        for (JsonNode run : runs) {
            JsonNode completeness = run.path("completeness");
            JsonNode seconds = run.path("seconds");
            table.row(
                    text(run, "id"),
                    text(run, "job"),
                    text(run, "scheduled_for"),
                    text(run, "trigger"),
                    text(run, "status"),
                    run.path("asked").asInt(),
                    counts(run.path("failures")),
                    TextTable.count(run.path("rows_loaded").asLong()),
                    TextTable.count(run.path("rows_quarantined").asLong()),
                    completeness.isNumber()
                            ? String.format(Locale.ROOT, "%.2f %%", completeness.asDouble() * 100)
                            : null,
                    seconds.isNumber() ? TextTable.seconds(seconds.asDouble()) : null);
        }
        return table;
    }

    /** One with its items. */
    @Command(
            name = "show",
            description = "Show a run with its items: who was asked for each, how often, and what came of it.",
            mixinStandardHelpOptions = true)
    static final class Show extends ApiCommand {

        private static final int PER_PAGE = 200;

        @Parameters(paramLabel = "ID", description = "The run's id, from lumia runs.")
        private String id = "";

        @Override
        void check() {
            Ids.check("ID", id);
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            JsonNode run = api.get("/runs/" + id, Map.of()).path("run");
            List<JsonNode> items = items(api, id, run.path("asked").asInt());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("run", run);
            document.put("items", items);
            print(document, () -> show(run, items));
            return ExitCodes.DONE;
        }

        private static List<JsonNode> items(CollectionApi api, String id, int count) {
            List<JsonNode> items = new ArrayList<>();
            int pages = (count + PER_PAGE - 1) / PER_PAGE;
            for (int page = 1; page <= pages; page++) {
                api.get("/runs/" + id, Map.of("page", Integer.toString(page), "per_page", Integer.toString(PER_PAGE)))
                        .path("items")
                        .forEach(items::add);
            }
            return items;
        }

        private void show(JsonNode run, List<JsonNode> items) {
            table(List.of(run)).print(out());
            if (text(run, "note") != null) {
                out().println("  " + text(run, "note"));
            }
            out().println();
            TextTable table =
                    new TextTable("dataset", "symbols", "from", "to", "asked", "times", "outcome", "loaded", "detail");
            for (JsonNode item : items) {
                String outcome = text(item, "outcome");
                table.row(
                        text(item, "dataset"),
                        cut(text(item, "symbols"), 30),
                        text(item, "from"),
                        text(item, "to"),
                        asked(item),
                        item.path("asks").asInt(),
                        outcome == null ? text(item, "status") : outcome,
                        TextTable.count(item.path("rows_loaded").asLong()),
                        cut(text(item, "detail"), LONGEST_DETAIL));
            }
            table.print(out());
        }

        /** Who was asked and what each said: {@code yahoo unreachable, cboe fetched}. */
        private static @Nullable String asked(JsonNode item) {
            StringJoiner asked = new StringJoiner(", ");
            item.path("attempts")
                    .forEach(attempt -> asked.add("%s %s"
                            .formatted(
                                    attempt.path("provider").asText(),
                                    attempt.path("outcome").asText())));
            return asked.length() == 0 ? text(item, "provider") : asked.toString();
        }
    }

    /** Ends one. */
    @Command(
            name = "cancel",
            description = "End a run that is still running; its items that have not ended are ended as cancelled.",
            mixinStandardHelpOptions = true)
    static final class Cancel extends ApiCommand {

        @Parameters(paramLabel = "ID", description = "The run's id, from lumia runs.")
        private String id = "";

        @Override
        void check() {
            Ids.check("ID", id);
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            JsonNode answer = api.post("/runs/%s/cancel".formatted(id), Map.of());
            print(answer, () -> out().println("run %s is cancelled".formatted(id)));
            return ExitCodes.DONE;
        }
    }
}
