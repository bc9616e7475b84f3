package io.lumia.market.provider.crypto;

import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.Reading.NoRows;
import io.lumia.market.provider.web.Reading.Rows;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.platform.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Stored answers of a provider, read by its adapter. */
public record StoredAnswer(WebAdapter adapter, Instant receivedAt) {

    public Reading read(String kind, String symbol, int status, String body) {
        return read(ReadContext.of(kind, symbol, receivedAt), status, body, Map.of());
    }

    public Reading read(ReadContext context, int status, String body, Map<String, String> headers) {
        return adapter.read(
                context, new WebResponse(status, headers, body.getBytes(StandardCharsets.UTF_8), receivedAt));
    }

    public String file(String name) {
        String path = "/providers/%s/%s".formatted(adapter.capabilities().provider(), name);
        try (InputStream stream = StoredAnswer.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    public static ParsedAnswer rows(Reading reading) {
        return switch (reading) {
            case Rows rows -> rows.rows();
            case NoRows none -> throw new AssertionError("no rows: " + none.why());
        };
    }

    /** The outcome's code; {@code rows} for rows. */
    public static String code(Reading reading) {
        return switch (reading) {
            case Rows _ -> "rows";
            case NoRows none -> none.why().code();
        };
    }
}
