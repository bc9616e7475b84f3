package io.lumia.market.provider.series;

import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.platform.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stored and made answers for tests of adapters, and what an adapter makes of them. */
public final class Responses {

    public static final Instant RECEIVED = Instant.parse("2026-11-25T12:00:00Z");

    private Responses() {}

    /** A 200 with a stored body, from {@code /providers}. */
    public static WebResponse stored(String path) {
        return stored(200, "text/plain", path);
    }

    public static WebResponse stored(int status, String contentType, String path) {
        return of(status, contentType, bytes(path));
    }

    public static WebResponse of(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    public static WebResponse of(int status, String contentType, byte[] body) {
        return new WebResponse(status, Map.of("content-type", contentType), body, RECEIVED);
    }

    public static byte[] bytes(String path) {
        try (InputStream stream = Responses.class.getResourceAsStream("/providers/" + path)) {
            return Objects.requireNonNull(stream, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    public static ReadContext asked(String kind, String symbol) {
        return ReadContext.of(kind, symbol, RECEIVED);
    }

    public static ReadContext asked(
            String kind, List<String> symbols, @Nullable LocalDate from, @Nullable LocalDate to) {
        String symbol = symbols.size() == 1 ? symbols.getFirst() : "";
        return new ReadContext(kind, symbol, symbols, null, from, to, RECEIVED);
    }

    /** The outcome's code, {@code fetched} for rows. */
    public static String outcome(Reading reading) {
        return switch (reading) {
            case Reading.Rows _ -> "fetched";
            case Reading.NoRows none -> none.why().code();
        };
    }

    public static ParsedAnswer rows(Reading reading) {
        return switch (reading) {
            case Reading.Rows rows -> rows.rows();
            case Reading.NoRows none -> throw new AssertionError(none.why());
        };
    }

    /** Addresses of the calls for observations or bars of symbols. */
    public static List<String> addresses(
            WebAdapter adapter,
            Dataset dataset,
            List<String> symbols,
            @Nullable LocalDate from,
            LocalDate to,
            @Nullable String key) {
        ProviderRequest request = new ProviderRequest("", dataset, symbols, from, to);
        ProviderAccess access =
                new ProviderAccess(adapter.capabilities().endpoint(), key, null, LocalDate.of(2026, 11, 25));
        return adapter.calls(request, access).stream()
                .map(call -> call.address().toString())
                .toList();
    }
}
