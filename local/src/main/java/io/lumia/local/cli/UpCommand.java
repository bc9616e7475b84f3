package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.collect.LiveJobs.FirstRun;
import io.lumia.local.collect.Recovery;
import io.lumia.local.collect.Recovery.Recovered;
import io.lumia.local.demo.DemoAccount;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RememberedClock;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.text.Progress;
import io.lumia.local.time.Clocks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything until it is stopped. */
@Command(
        name = "up",
        description = {
            "Run Lumia: load what is missing, collect by the schedule, serve site and API on 127.0.0.1.",
            "Stays in the foreground; Ctrl-C stops it cleanly. Data stays in the data folder between runs.",
            "Without --bundle it is the demo's data, and the clock stands at their end, in November 2017.",
            "With --live the built-in jobs collect from providers on the web: those that are missing are saved, each runs"
                    + " once at the start and by its schedule from then on. Keys, contact and quotas are environment"
                    + " variables: LUMIA_PROVIDERS_CONTACT, LUMIA_PROVIDERS_<NAME>_KEY; see local/README.md."
        },
        mixinStandardHelpOptions = true)
final class UpCommand extends LumiaCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where the API listens (default 8080; 0 for any free one).")
    private int port = 8080;

    @Option(
            names = "--bundle",
            paramLabel = "DIR",
            description = "A folder or zip to collect from; without it the demo's.")
    private @Nullable Path bundle;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Let the clock begin at 18:00 New York on this date, or where it stopped on it, with history"
                    + " loaded up to it.")
    private @Nullable String asOf;

    @Option(
            names = "--open",
            description = "Who shows no credentials may do everything, whoever reaches the API on this machine.")
    private boolean open;

    @Option(
            names = "--demo-account",
            description = "Make an account that may do everything, and show a link that signs it in.")
    private boolean demoAccount;

    @Option(names = "--live", description = "Collect from providers on the web instead of a bundle.")
    private boolean live;

    @Override
    int run() throws InterruptedException {
        port = Ports.chosen(port);
        refuseLiveWithAnother(live, bundle, asOf);
        @Nullable Instant begin = begin();
        @Nullable Path source = live ? null : Bundles.orDemo(bundle);
        DataFolder folder = data.folder(this);
        @Nullable Instant standsAt = begin == null ? null : RememberedClock.resume(folder, begin);
        Clock clock = Clocks.beginningAt(standsAt);
        String shown = source == null ? null : source.toString();
        try (LocalRuntime runtime =
                LocalRuntime.start(new LocalRuntime.Setting(folder, "up", clock, standsAt, shown, port))) {
            try (Foreground foreground = Foreground.of(runtime).failingWith(runtime.databaseLost())) {
                runtime.databaseLost().thenAccept(_ -> note("the database stays away; stopping …"));
                RememberedClock.write(folder, standsAt);
                takeUp(runtime);
                if (source == null) {
                    startLive(runtime, foreground);
                } else {
                    start(runtime, source, clock.instant());
                }
                foreground.await();
            }
            note("stopping …");
        }
        return ExitCodes.DONE;
    }

    /** Null for the real clock. The demo's data end in 2017: today nothing could be said from them. */
    private @Nullable Instant begin() {
        if (asOf != null) {
            return Clocks.evening(asOfDate(asOf));
        }
        return live || bundle != null
                ? null
                : Bundles.catalog(Bundles.demo()).source().asOf();
    }

    private void takeUp(LocalRuntime runtime) {
        note("data folder %s", runtime.folder().root());
        Recovered recovered = new Recovery(runtime.functions(), runtime.pipeline(), runtime.clock()).recover();
        if (recovered.isSomething()) {
            note("taken up from an earlier process: %d events, %d items", recovered.events(), recovered.items());
        }
        runtime.startPollers();
    }

    /** The API answers before the first run has ended: with quotas as they are that may take long. */
    private void startLive(LocalRuntime runtime, Foreground foreground) throws InterruptedException {
        int apiPort = startGateway(runtime);
        LiveUp liveUp = new LiveUp(this, runtime);
        List<FirstRun> first = liveUp.start();
        runtime.startScheduler();
        tellReady(runtime, null, apiPort);
        liveUp.tellFirstRuns(first, foreground);
    }

    private void start(LocalRuntime runtime, Path source, Instant now) {
        BundleJob job = new BundleJob(runtime.functions());
        job.register(source);
        int apiPort = startGateway(runtime);
        try (Progress progress = Progress.of("loading " + source.getFileName(), 1)) {
            job.plan("backfill", now).ifPresent(run -> job.await(run, runtime.pipeline(), progress, Waits.LOAD));
        }
        runtime.startScheduler();
        tellReady(runtime, source, apiPort);
    }

    private int startGateway(LocalRuntime runtime) {
        int apiPort = runtime.startGateway(port, open ? Admitting.OPEN : Admitting.AUTHORISED, Site.ofTheSources())
                .port();
        note("the site opens at http://127.0.0.1:%d/ while what is missing is loaded", apiPort);
        return apiPort;
    }

    private void tellReady(LocalRuntime runtime, @Nullable Path source, int apiPort) {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("site", "http://127.0.0.1:%d/".formatted(apiPort));
        ready.put("api", "http://127.0.0.1:%d/api/v1".formatted(apiPort));
        ready.put("data_folder", runtime.folder().root());
        ready.put("bundle", source);
        ready.put("clock", runtime.clock().instant());
        @Nullable String link = demoAccount ? signInLink(runtime, apiPort, ready) : null;
        print(ready, () -> {
            out().println("Lumia is at http://127.0.0.1:%d/ (API: /api/v1, documentation: /docs)".formatted(apiPort));
            if (link != null) {
                out().println("signed in as the demo account by this link, once: " + link);
            }
            out().println("the clock shows %s".formatted(runtime.clock().instant()));
            out().println("data folder %s, %s, log %s"
                    .formatted(
                            runtime.folder().root(),
                            source == null ? "live providers" : "bundle " + source,
                            runtime.folder().logFile()));
            out().println(
                            open
                                    ? "everybody on this machine may do everything (--open)"
                                    : "without credentials it shows market data, 100 requests an hour; accounts: docs/accounts.md");
            out().println("Ctrl-C stops it");
        });
    }

    /** The token stands behind a # so that it never reaches a server's log. */
    private String signInLink(LocalRuntime runtime, int apiPort, Map<String, Object> ready) {
        DemoAccount account = DemoAccount.of(runtime.folder(), runtime.functions(), Passwords::generate);
        String link = "http://127.0.0.1:%d/account#session=%s".formatted(apiPort, account.signIn(runtime.functions()));
        ready.put("demo_account", account.email());
        ready.put("sign_in_link", link);
        note("its password lies in %s", runtime.folder().demoAccount());
        return link;
    }

    private static void refuseLiveWithAnother(boolean live, @Nullable Path bundle, @Nullable String asOf) {
        if (live && bundle != null) {
            throw AppException.invalid("--bundle", bundle, "nothing beside --live, which collects from the web");
        }
        if (live && asOf != null) {
            throw AppException.invalid("--as-of", asOf, "nothing beside --live: providers answer of today");
        }
    }

    private static LocalDate asOfDate(String text) {
        LocalDate date = Clocks.date("--as-of", text);
        if (Clocks.evening(date).isAfter(Clocks.real().instant())) {
            throw AppException.invalid("--as-of", text, "a date whose evening in New York has come");
        }
        return date;
    }
}
