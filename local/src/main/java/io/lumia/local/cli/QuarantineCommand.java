package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Rows that were set aside. */
@Command(
        name = "quarantine",
        description = "List rows that were set aside; release or reject one. A decision is final.",
        mixinStandardHelpOptions = true,
        subcommands = {QuarantineCommand.ListRows.class, QuarantineCommand.Release.class, QuarantineCommand.Reject.class
        })
final class QuarantineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, release or reject is missing");
    }

    /** Shows them. */
    @Command(name = "list", description = "Show rows that were set aside.", mixinStandardHelpOptions = true)
    static final class ListRows extends ApiCommand {

        private static final int LONGEST_DETAIL = 90;

        @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only rows of this symbol.")
        private @Nullable String symbol;

        @Option(names = "--reason", paramLabel = "REASON", description = "Only rows set aside for this reason.")
        private @Nullable String reason;

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                defaultValue = "waiting",
                description = "waiting (default), released or rejected.")
        private String status = "waiting";

        @Option(names = "--limit", defaultValue = "50", description = "How many at most (default 50).")
        private int limit = 50;

        @Override
        void check() {
            Limits.check("--limit", limit);
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            Map<String, String> query = new TreeMap<>(Map.of("status", status.toLowerCase(Locale.ROOT)));
            if (symbol != null) {
                query.put("symbol", symbol);
            }
            if (reason != null) {
                query.put("reason", reason);
            }
            List<JsonNode> rows =
                    api.upTo(limit, "/quarantine", query).stream().limit(limit).toList();
            print(Map.of("rows", rows), () -> show(rows));
            return ExitCodes.DONE;
        }

        private void show(List<JsonNode> rows) {
            if (rows.isEmpty()) {
                out().println("nothing is set aside");
                return;
            }
            TextTable table =
                    new TextTable("id", "symbol", "date", "dataset", "provider", "reason", "release", "detail");
            rows.forEach(row -> table.row(
                    row.path("id").asLong(),
                    text(row, "symbol"),
                    text(row, "date"),
                    text(row, "dataset"),
                    text(row, "provider"),
                    text(row, "reason"),
                    row.path("releasable").asBoolean() ? "possible" : "not possible",
                    cut(text(row, "detail"), LONGEST_DETAIL)));
            table.print(out());
        }
    }

    /** Takes one into our books. */
    @Command(
            name = "release",
            description = "Take a row into the books as it was read; signals follow.",
            mixinStandardHelpOptions = true)
    static final class Release extends ApiCommand {

        @Parameters(paramLabel = "ID", description = "The row's number, from lumia quarantine list.")
        private long id;

        @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
        private @Nullable String note;

        @Override
        void check() {
            checkId(id);
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            JsonNode row =
                    api.post("/quarantine/%d/release".formatted(id), note == null ? Map.of() : Map.of("note", note));
            // Signals are computed by whoever is at work on the folder, or else before this command ends.
            if (installation.other().isEmpty()) {
                installation.pipeline().awaitIdle(Waits.LOAD, () -> {});
            }
            print(row, () -> out().println("row %d is released into the books".formatted(id)));
            return ExitCodes.DONE;
        }
    }

    /** Leaves one out for good. */
    @Command(name = "reject", description = "Leave a row out of the books for good.", mixinStandardHelpOptions = true)
    static final class Reject extends ApiCommand {

        @Parameters(paramLabel = "ID", description = "The row's number, from lumia quarantine list.")
        private long id;

        @Option(names = "--note", paramLabel = "TEXT", required = true, description = "Why.")
        private String note = "";

        @Override
        void check() {
            checkId(id);
        }

        @Override
        int ask(Installation installation, CollectionApi api) {
            JsonNode row = api.post("/quarantine/%d/reject".formatted(id), Map.of("note", note));
            print(row, () -> out().println("row %d is rejected".formatted(id)));
            return ExitCodes.DONE;
        }
    }

    private static void checkId(long id) {
        if (id < 1) {
            throw AppException.invalid("ID", id, "a number from lumia quarantine list, 1 or more");
        }
    }
}
