package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.local.collect.ReadRows;
import io.lumia.local.json.Json;
import io.lumia.local.time.Clocks;
import io.lumia.market.AssetType;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.StoredAnswer;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.platform.web.WebResponse;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a provider's answer from a file, exactly as the collector would. */
@Command(
        name = "read-response",
        description = {
            "Read a provider's answer that lies in a file, exactly as the collector would, and print the outcome and the rows as JSON.",
            "The way to debug a provider. Without --request it says which kinds of answers a provider has."
        },
        mixinStandardHelpOptions = true)
final class ReadResponseCommand extends LumiaCommand {

    private static final int MAX_BYTES = 64 << 20;

    @Parameters(index = "0", paramLabel = "PROVIDER", description = "Such as yahoo, fred, sec_edgar.")
    private String provider = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The body as received, decompressed; - reads it from the input stream.")
    private @Nullable Path file;

    @Option(
            names = "--request",
            paramLabel = "KIND",
            description =
                    "What was asked: one of the provider's kinds, or bars, observations, assets, … where that is clear.")
    private @Nullable String request;

    @Option(names = "--symbol", paramLabel = "S", description = "In our spelling: AAPL, BTC-USD, EURUSD, DGS10.")
    private @Nullable String symbol;

    @Option(names = "--status", paramLabel = "N", defaultValue = "200", description = "HTTP status (default 200).")
    private int status = 200;

    @Option(names = "--header", paramLabel = "'K: V'", description = "A header of the answer; may be given again.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--asset-type", paramLabel = "TYPE", description = "Of the symbol, such as stock or crypto.")
    private @Nullable String assetType;

    @Option(names = "--from", paramLabel = "DATE", description = "Rows before it were not asked for.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Rows after it were not asked for.")
    private @Nullable String to;

    @Option(
            names = "--received-at",
            paramLabel = "INSTANT",
            description = "When the answer came (default now); what had not ended by then is left out.")
    private @Nullable String receivedAt;

    @Override
    int run() throws IOException {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("read-response")
                .banner(false)
                .start()) {
            WebAdapter adapter = adapter(new ArrayList<>(context.getBeansOfType(WebAdapter.class)));
            out().println(Json.write(request == null ? kinds(adapter) : read(adapter, request)));
            out().flush();
        }
        return ExitCodes.DONE;
    }

    private WebAdapter adapter(List<WebAdapter> all) {
        return all.stream()
                .filter(adapter -> adapter.capabilities().provider().equals(provider.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> AppException.invalid(
                        "provider",
                        provider,
                        String.join(
                                ", ",
                                all.stream()
                                        .map(adapter -> adapter.capabilities().provider())
                                        .sorted()
                                        .toList())));
    }

    private static Map<String, Object> kinds(WebAdapter adapter) {
        return Map.of(
                "provider", adapter.capabilities().provider(), "kinds", adapter.kinds(), "aliases", adapter.aliases());
    }

    private Map<String, Object> read(WebAdapter adapter, String asked) throws IOException {
        String kind = StoredAnswer.kind(adapter, asked);
        if (status < 100 || status > 599) {
            throw AppException.invalid("--status", status, "100 to 599");
        }
        Map<String, String> given = headers();
        Instant received = receivedAt();
        WebResponse response = new WebResponse(status, given, body(), received);
        Reading reading = StoredAnswer.read(adapter, context(kind, received), response);
        return ReadRows.document(provider, kind, symbol, reading);
    }

    private ReadContext context(String kind, Instant received) {
        String wanted = symbol == null ? "" : Symbol.parse(symbol).value();
        return new ReadContext(
                kind,
                wanted,
                wanted.isEmpty() ? List.of() : List.of(wanted),
                assetType == null ? null : AssetType.parse(assetType),
                date("--from", from),
                date("--to", to),
                received);
    }

    private static @Nullable LocalDate date(String option, @Nullable String text) {
        return text == null ? null : Clocks.date(option, text);
    }

    private Map<String, String> headers() {
        Map<String, String> given = new HashMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 1) {
                throw AppException.invalid("--header", header, "name: value");
            }
            given.merge(
                    header.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT),
                    header.substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        return given;
    }

    private Instant receivedAt() {
        if (receivedAt != null) {
            try {
                return Instant.parse(receivedAt);
            } catch (DateTimeException _) {
                throw AppException.invalid("--received-at", receivedAt, "an instant such as 2026-06-30T21:00:00Z");
            }
        }
        return Clocks.real().instant();
    }

    private byte[] body() throws IOException {
        if (file == null) {
            throw AppException.invalid("FILE", "missing", "a file that can be read, or -");
        }
        if (!file.toString().equals("-") && !Files.isReadable(file)) {
            throw AppException.invalid("FILE", file, "a file that can be read");
        }
        try (InputStream in = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw AppException.invalid("FILE", file, "at most %d bytes".formatted(MAX_BYTES));
            }
            return content;
        }
    }
}
