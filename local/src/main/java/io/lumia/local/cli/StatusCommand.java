package io.lumia.local.cli;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.local.books.Books;
import io.lumia.local.books.Books.Counts;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RuntimeFile;
import io.lumia.local.queue.QueueClient.QueueDepth;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.RunText;
import io.lumia.local.text.TextTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What there is and how it is. */
@Command(
        name = "status",
        description = "Show what runs, what is stored, the last runs, queues and dead letters.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends LumiaCommand {

    private static final int SHOWN_RUNS = 5;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    int run() {
        DataFolder folder = data.folder(this);
        try (Installation installation = Installation.open(folder, "status")) {
            Status status = status(folder, installation);
            print(status, () -> show(status));
        }
        return ExitCodes.DONE;
    }

    private static Status status(DataFolder folder, Installation installation) {
        Books books = installation.functions().bean(Books.class);
        CollectionLog log = installation.functions().bean(CollectionLog.class);
        return new Status(
                folder.root(),
                installation.other().isPresent(),
                installation.other().orElse(null),
                books.serverVersion(),
                books.counts(),
                books.quarantinedByReason(),
                books.lastSession().orElse(null),
                books.waitingEvents(),
                installation.queues().depths(installation.functions().queueNames()),
                installation.deadLetters().counts(),
                log.runs(null, 0, SHOWN_RUNS));
    }

    private void show(Status status) {
        out().println("data folder  " + status.dataFolder());
        RuntimeFile running = status.runtime();
        out().println("running      "
                + (running == null
                        ? "no"
                        : "%s, pid %d, since %s%s"
                                .formatted(
                                        running.command(),
                                        running.pid(),
                                        running.startedAt(),
                                        running.httpPort() == 0 ? "" : ", http://127.0.0.1:" + running.httpPort())));
        if (running != null && running.clock() != null) {
            out().println("clock        stands at " + running.clock());
        }
        out().println("database     PostgreSQL " + status.postgres());
        out().println("last session " + (status.lastSession() == null ? "none" : status.lastSession()));
        showCounts(status);
        out().println();
        RunText.table(status.runs()).print(out());
        out().println();
        showQueues(status);
    }

    private void showCounts(Status status) {
        Counts counts = status.counts();
        out().println();
        new TextTable(
                        "assets",
                        "series",
                        "bars",
                        "actions",
                        "observations",
                        "fundamentals",
                        "articles",
                        "signals",
                        "quarantined")
                .row(
                        TextTable.count(counts.assets()),
                        TextTable.count(counts.series()),
                        TextTable.count(counts.bars()),
                        TextTable.count(counts.actions()),
                        TextTable.count(counts.observations()),
                        TextTable.count(counts.fundamentals()),
                        TextTable.count(counts.articles()),
                        TextTable.count(counts.signals()),
                        TextTable.count(counts.quarantined()))
                .print(out());
        status.quarantinedByReason().forEach((reason, rows) -> out().println(
                        "  quarantined as %s: %s".formatted(reason, TextTable.count(rows))));
    }

    private void showQueues(Status status) {
        TextTable table = new TextTable("queue", "waiting", "in work", "dead letters");
        for (QueueDepth depth : status.queues()) {
            int dead = status.deadLetters().stream()
                    .filter(letters -> letters.queue().startsWith(depth.queue() + "-"))
                    .mapToInt(QueueDepth::waiting)
                    .sum();
            table.row(depth.queue(), depth.waiting(), depth.inFlight(), dead);
        }
        table.print(out());
        if (!status.deadLetters().isEmpty()) {
            out().println("  dead letters: see them with lumia dead-letters list, send them again with replay");
        }
    }

    /**
     * The answer.
     *
     * @param runtime       the process on the folder, null where none runs
     * @param waitingEvents stored and not sent yet
     * @param runs          newest first
     */
    record Status(
            Path dataFolder,
            boolean running,
            @Nullable RuntimeFile runtime,
            String postgres,
            Counts counts,
            Map<String, Long> quarantinedByReason,
            @Nullable LocalDate lastSession,
            int waitingEvents,
            List<QueueDepth> queues,
            List<QueueDepth> deadLetters,
            List<Run> runs) {}
}
