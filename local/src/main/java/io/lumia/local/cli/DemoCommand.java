package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.books.Books.Mover;
import io.lumia.local.demo.Demo;
import io.lumia.local.demo.DemoReport;
import io.lumia.local.demo.SentimentStory;
import io.lumia.local.demo.Stopwatch;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.local.folder.RememberedClock;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.text.RunText;
import io.lumia.local.text.TextTable;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import io.lumia.market.provider.ProviderCatalog;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the demo. */
@Command(
        name = "demo",
        description = {
            "Play years of real prices through the whole pipeline, the last month day by day, and show what came of it.",
            "Works offline. Has a data folder of its own; playing it again changes no row."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand extends LumiaCommand {

    private static final String FOLDER = "demo";
    private static final MathContext SHOWN = new MathContext(7);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder; without it .lumia/demo beside the sources.")
    private @Nullable Path data;

    @Option(names = "--bundle", paramLabel = "DIR", description = "A folder or zip to play; without it the demo's.")
    private @Nullable Path bundle;

    @Option(names = "--once", description = "End after the report; without it the API goes on serving.")
    private boolean once;

    @Option(names = "--fresh", description = "Forget what earlier demos loaded.")
    private boolean fresh;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where the API listens (default 8080; any free one with --once).")
    private int port = 8080;

    @Override
    int run() throws InterruptedException {
        Ports.check(port);
        int served = Ports.chosen(once ? 0 : port);
        Stopwatch stopwatch = new Stopwatch();
        DataFolder folder = folder(data, FOLDER);
        Path source = Bundles.orDemo(bundle);
        ProviderCatalog catalog = Bundles.catalog(source);
        if (fresh) {
            wipe(folder);
        }
        Instant asOf = catalog.source().asOf();
        SimulatedClock clock = new SimulatedClock(asOf, Clocks.real());
        try (LocalRuntime runtime =
                LocalRuntime.start(new LocalRuntime.Setting(folder, "demo", clock, asOf, source.toString(), served))) {
            try (Foreground foreground = Foreground.ofWork(runtime).failingWith(runtime.databaseLost())) {
                RememberedClock.write(folder, asOf);
                int apiPort = runtime.startGateway(served, Admitting.OPEN, Site.ofTheSources())
                        .port();
                DemoReport report = new Demo(runtime, clock, source, stopwatch).play(apiPort);
                print(report, () -> show(report));
                report.problems().forEach(problem -> note("lumia: %s", problem));
                int exitCode = report.success() ? ExitCodes.DONE : ExitCodes.FAILED;
                if (!once) {
                    note(
                            "site and API answer at http://127.0.0.1:%d as of %s; Ctrl-C stops it",
                            apiPort, clock.instant());
                    foreground.await(exitCode);
                }
                return exitCode;
            }
        }
    }

    private static void wipe(DataFolder folder) {
        try (FolderLock _ = FolderLock.take(folder)) {
            folder.wipe();
        }
    }

    private void show(DemoReport report) {
        out().println();
        out().println("%s (%s)".formatted(report.bundleName(), report.bundle()));
        out().println("history up to %s at once, then %d sessions day by day up to %s; data folder %s"
                .formatted(report.historyUpTo(), report.sessionsLived(), report.lastSession(), report.dataFolder()));
        showCounts(report);
        showMovers(report);
        showSignals(report);
        showSentiment(report);
        out().println();
        RunText.table(report.runs()).print(out());
        showAdvice(report);
        showRest(report);
    }

    private void showCounts(DemoReport report) {
        out().println();
        new TextTable(
                        "assets",
                        "bars",
                        "actions",
                        "series",
                        "observations",
                        "fundamentals",
                        "articles",
                        "signals",
                        "quarantined")
                .row(
                        TextTable.count(report.counts().assets()),
                        TextTable.count(report.counts().bars()),
                        TextTable.count(report.counts().actions()),
                        TextTable.count(report.counts().series()),
                        TextTable.count(report.counts().observations()),
                        TextTable.count(report.counts().fundamentals()),
                        TextTable.count(report.counts().articles()),
                        TextTable.count(report.counts().signals()),
                        TextTable.count(report.counts().quarantined()))
                .print(out());
        report.quarantinedByReason().forEach((reason, rows) -> out().println(
                        "  quarantined as %s: %s".formatted(reason, TextTable.count(rows))));
    }

    private void showMovers(DemoReport report) {
        out().println();
        out().println("top movers of " + report.lastSession());
        TextTable table = new TextTable("symbol", "close", "day", "name");
        for (Mover mover : report.topMovers()) {
            String arrow = mover.return1d() < 0 ? "▼" : "▲";
            table.row(
                    mover.symbol(),
                    String.format(Locale.ROOT, "%.2f", mover.close()),
                    TextTable.percent(mover.return1d()),
                    arrow + " " + mover.name());
        }
        table.print(out());
    }

    private void showSignals(DemoReport report) {
        out().println();
        out().println("signals of %s, from the API".formatted(report.signalSymbol()));
        TextTable table = new TextTable("signal", "value");
        report.signalRow().fields().forEachRemaining(field -> table.row(field.getKey(), shown(field.getValue())));
        table.print(out());
    }

    private void showSentiment(DemoReport report) {
        SentimentStory story = report.sentiment();
        if (story.date() == null) {
            return;
        }
        out().println();
        out().println("how %s was written about on %s: avg_sentiment %s of %s articles, because of"
                .formatted(
                        report.signalSymbol(),
                        story.date(),
                        shown(story.point().path("avg_sentiment")),
                        story.point().path("news_count").asText()));
        TextTable table = new TextTable("score", "share", "article");
        for (SentimentStory.Part part : story.articles()) {
            table.row(String.format(Locale.ROOT, "%+.2f", part.score()), TextTable.percent(part.share()), part.title());
        }
        table.print(out());
    }

    private void showAdvice(DemoReport report) {
        out().println();
        out().println("what to hold on %s: 25,000 USD, moderate risk, medium horizon".formatted(report.lastSession()));
        RecommendationText.show(report.advice().recommendation(), out());
        out().println();
        BacktestText.show(report.advice().backtest(), out());
    }

    private static @Nullable String shown(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isNumber()
                ? value.decimalValue().round(SHOWN).stripTrailingZeros().toPlainString()
                : value.asText();
    }

    private void showRest(DemoReport report) {
        out().println();
        StringBuilder line = new StringBuilder("time ");
        report.seconds()
                .forEach((phase, seconds) -> line.append(" %s %s ".formatted(phase, TextTable.seconds(seconds))));
        out().println(line.toString().stripTrailing());
        if (report.repeated()) {
            out().println(
                            report.changedTables() == null
                                            || report.changedTables().isEmpty()
                                    ? "played again: no row of any of %d tables changed"
                                            .formatted(report.tables().size())
                                    : "played again: rows changed in " + report.changedTables());
        }
        out().println(report.success() ? "all is there" : "NOT all is there; see below");
    }
}
