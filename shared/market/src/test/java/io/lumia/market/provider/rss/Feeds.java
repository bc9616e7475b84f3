package io.lumia.market.provider.rss;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ReceivedArticle;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.StoredAnswer;
import io.lumia.platform.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Feeds from files and made up, and what is read in them. */
final class Feeds {

    static final Instant RECEIVED = Instant.parse("2026-11-26T00:00:00Z");
    static final String DATE = "<pubDate>Thu, 16 Jul 2026 18:00:00 GMT</pubDate>";

    private Feeds() {}

    static byte[] file(String name) {
        String path = "/providers/rss/" + name;
        try (InputStream stream = Objects.requireNonNull(Feeds.class.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An RSS 2.0 feed of these items. */
    static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Channel</title>"
                + "<link>https://example.org/news/</link>" + items + "</channel></rss>";
    }

    static WebResponse response(int status, Map<String, String> headers, byte[] body) {
        return new WebResponse(status, headers, body, RECEIVED);
    }

    static Reading read(String kind, String symbol, WebResponse response) {
        return StoredAnswer.read(new RssAdapter(), ReadContext.of(kind, symbol, RECEIVED), response);
    }

    static Reading read(byte[] body, String contentType) {
        Map<String, String> headers = contentType.isEmpty() ? Map.of() : Map.of("content-type", contentType);
        return read("feed", "", response(200, headers, body));
    }

    static Reading read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8), "");
    }

    static ParsedAnswer rows(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Rows.class);
        return ((Reading.Rows) reading).rows();
    }

    static List<ReceivedArticle> articles(Reading reading) {
        return rows(reading).articles().stream().map(Row::value).toList();
    }

    static String outcome(Reading reading) {
        return switch (reading) {
            case Reading.Rows _ -> "loaded";
            case Reading.NoRows(var why) -> why.code();
        };
    }

    static String detail(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.NoRows.class);
        return ((Reading.NoRows) reading).why().detail();
    }
}
