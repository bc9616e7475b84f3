package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.collect.Recovery;
import io.lumia.local.collect.Recovery.Recovered;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.RememberedClock;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.text.Progress;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything until it is stopped. */
@Command(
        name = "up",
        description = {
            "Run Lumia: load what is missing, collect by the schedule, serve the API on 127.0.0.1.",
            "Stays in the foreground; Ctrl-C stops it cleanly. Data stays in the data folder between runs."
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
            description = "Let the clock stand at 18:00 New York on this date, with history loaded up to it.")
    private @Nullable String asOf;

    @Option(names = "--live", description = "Collect from live providers.")
    private boolean live;

    @Override
    int run() throws InterruptedException {
        Ports.check(port);
        refuseLive(live);
        Instant standsAt = asOf == null ? null : Clocks.evening(asOfDate(asOf));
        Clock clock = standsAt == null ? Clocks.real() : new SimulatedClock(standsAt, Clocks.real());
        DataFolder folder = data.folder(this);
        Path source = Bundles.orDemo(bundle);
        try (LocalRuntime runtime =
                LocalRuntime.start(new LocalRuntime.Setting(folder, "up", clock, standsAt, source.toString()))) {
            try (Foreground foreground = Foreground.of(runtime)) {
                RememberedClock.write(folder, standsAt);
                start(runtime, source, clock.instant());
                foreground.await();
            }
            note("stopping …");
        }
        return ExitCodes.DONE;
    }

    private void start(LocalRuntime runtime, Path source, Instant now) {
        note("data folder %s", runtime.folder().root());
        Recovered recovered = new Recovery(runtime.functions(), runtime.pipeline(), runtime.clock()).recover();
        if (recovered.isSomething()) {
            note("taken up from an earlier process: %d events, %d items", recovered.events(), recovered.items());
        }
        runtime.startPollers();
        BundleJob job = new BundleJob(runtime.functions());
        job.register(source);
        int apiPort = runtime.startGateway(port).port();
        try (Progress progress = Progress.of("loading " + source.getFileName(), 1)) {
            job.plan("backfill", now).ifPresent(run -> job.await(run, runtime.pipeline(), progress, Waits.LOAD));
        }
        runtime.startScheduler();
        tellReady(runtime, source, apiPort);
    }

    private void tellReady(LocalRuntime runtime, Path source, int apiPort) {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("api", "http://127.0.0.1:%d/api/v1".formatted(apiPort));
        ready.put("data_folder", runtime.folder().root());
        ready.put("bundle", source);
        ready.put("clock", runtime.clock().instant());
        print(ready, () -> {
            out().println("Lumia answers at http://127.0.0.1:%d/api/v1 (documentation: /docs there)"
                    .formatted(apiPort));
            out().println("data folder %s, bundle %s, log %s"
                    .formatted(runtime.folder().root(), source, runtime.folder().logFile()));
            out().println("Ctrl-C stops it");
        });
    }

    static void refuseLive(boolean live) {
        if (live) {
            throw AppException.invalid(
                    "--live",
                    "given",
                    "nothing yet: this release has no live provider, only bundles; leave --live out, or name a bundle with --bundle");
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
