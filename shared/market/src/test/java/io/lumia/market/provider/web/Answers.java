package io.lumia.market.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.platform.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Stored and made-up answers of one provider, and what its adapter reads in them. */
public final class Answers {

    /** After every stored answer. */
    public static final Instant RECEIVED = Instant.parse("2026-11-02T22:00:00Z");

    private final WebAdapter adapter;

    public Answers(WebAdapter adapter) {
        this.adapter = adapter;
    }

    /** The text of a file in {@code resources/providers/<provider>}. */
    public String file(String name) {
        String path = "/providers/" + adapter.capabilities().provider() + "/" + name;
        try (InputStream stream = Objects.requireNonNull(Answers.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static WebResponse response(int status, String body, Map<String, String> headers) {
        return new WebResponse(status, headers, body.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    public Reading read(String kind, String symbol, int status, String body, Map<String, String> headers) {
        return adapter.read(ReadContext.of(kind, symbol, RECEIVED), response(status, body, headers));
    }

    /** Rows of a body that came with 200. */
    public ParsedAnswer rows(String kind, String symbol, String body) {
        return rows(read(kind, symbol, 200, body, Map.of()));
    }

    public static ParsedAnswer rows(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Rows.class);
        return ((Reading.Rows) reading).rows();
    }

    /** Why there are none. */
    public ProviderAnswer refusal(String kind, String symbol, int status, String body) {
        return refusal(read(kind, symbol, status, body, Map.of()));
    }

    public static ProviderAnswer refusal(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.NoRows.class);
        return ((Reading.NoRows) reading).why();
    }

    /** Its outcome's name. */
    public String outcome(String kind, String symbol, int status, String body) {
        return refusal(kind, symbol, status, body).code();
    }
}
