package io.lumia.local.runtimeapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The smallest function there is: a program that speaks the Runtime API and does as its event says. {@code echo} comes
 * back, {@code fail}, {@code sleep} and {@code die} happen; so does {@code no-start} as the first argument.
 */
final class FakeFunction {

    private static final String ROOT = "http://%s/2018-06-01/runtime/";
    private static final long LONGER_THAN_ANY_TEST = Duration.ofMinutes(10).toMillis();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    FakeFunction(String address) {
        this.root = ROOT.formatted(address);
    }

    public static void main(String[] arguments) throws Exception {
        FakeFunction function = new FakeFunction(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        if (arguments.length > 0 && arguments[0].equals("no-start")) {
            System.err.println("no database");
            function.post("init/error", "{\"errorMessage\":\"no database\"}", "Runtime.NoDatabase");
            System.exit(1);
        }
        if (arguments.length > 0 && arguments[0].equals("idle")) {
            Thread.sleep(LONGER_THAN_ANY_TEST);
        }
        while (true) {
            function.handle();
        }
    }

    /** Takes one event and reports. */
    HttpResponse<String> handle() throws IOException, InterruptedException {
        HttpResponse<String> next = next();
        String id = header(next, "lambda-runtime-aws-request-id");
        String event = next.body();
        System.out.println("took " + event);
        if (event.contains("die")) {
            System.exit(7);
        }
        if (event.contains("sleep")) {
            Thread.sleep(LONGER_THAN_ANY_TEST);
        }
        return event.contains("fail")
                ? post("invocation/%s/error".formatted(id), "{\"errorMessage\":\"as told\"}", "Fake.AsTold")
                : post("invocation/%s/response".formatted(id), event, "");
    }

    HttpResponse<String> next() throws IOException, InterruptedException {
        return client.send(request("invocation/next").GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String errorType) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        if (!errorType.isEmpty()) {
            request.header("Lambda-Runtime-Function-Error-Type", errorType);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
        return client.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }
}
