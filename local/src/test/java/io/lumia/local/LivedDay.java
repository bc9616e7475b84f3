package io.lumia.local;

import io.lumia.local.collect.BundleJob;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** An installation in this process at an evening, with a bundle's job that nobody has run yet, and its gateways. */
final class LivedDay implements AutoCloseable {

    static final String RUN = "/api/v1/collection/jobs/daily-prices/run";

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LocalRuntime runtime;
    private final Instant evening;
    private final String open;
    private final String authorised;

    private LivedDay(LocalRuntime runtime, Instant evening) {
        this.runtime = runtime;
        this.evening = evening;
        this.authorised = address(Admitting.AUTHORISED);
        this.open = address(Admitting.OPEN);
    }

    static LivedDay start(Path folder) throws IOException {
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        TestBundle bundle = TestBundle.in(folder.resolve("bundle"), 1);
        Instant evening = Clocks.evening(bundle.lastDay());
        LocalRuntime runtime = LocalRuntime.start(new LocalRuntime.Setting(
                new DataFolder(folder.resolve("data")),
                "test",
                new SimulatedClock(evening, Clocks.real()),
                evening,
                bundle.folder().toString()));
        runtime.startPollers();
        LivedDay day = new LivedDay(runtime, evening);
        new BundleJob(runtime.functions()).register(bundle.folder());
        return day;
    }

    Instant evening() {
        return evening;
    }

    LocalRuntime runtime() {
        return runtime;
    }

    FunctionHost functions() {
        return runtime.functions();
    }

    void awaitIdle() {
        runtime.pipeline().awaitIdle(LONGEST, () -> {});
    }

    /** As the machine's own user. */
    HttpResponse<String> send(String method, String pathAndQuery, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(open, method, pathAndQuery, body, headers);
    }

    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return send("GET", pathAndQuery, "", Map.of());
    }

    /** As whoever the headers say, which the authoriser looks at. */
    HttpResponse<String> sendAsSomebody(String method, String pathAndQuery, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(authorised, method, pathAndQuery, body, headers);
    }

    @Override
    public void close() {
        runtime.close();
    }

    private String address(Admitting admitting) {
        return "http://127.0.0.1:" + runtime.startGateway(0, admitting).port();
    }

    private static HttpResponse<String> send(
            String api, String method, String pathAndQuery, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + pathAndQuery))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
