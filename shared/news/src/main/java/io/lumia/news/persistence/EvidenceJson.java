package io.lumia.news.persistence;

import io.lumia.news.link.Evidence;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** Evidence as it is stored. */
@Serdeable
record EvidenceJson(List<Span> spans) {

    /** As {@link Evidence}. */
    @Serdeable
    record Span(String field, int start, int end, String text) {}

    static String write(JsonCodec json, List<Evidence> evidence) {
        return json.write(new EvidenceJson(evidence.stream()
                .map(span -> new Span(span.field().code(), span.start(), span.end(), span.text()))
                .toList()));
    }

    static List<Evidence> read(JsonCodec json, String text) {
        return json.read(text, EvidenceJson.class).spans().stream()
                .map(span -> new Evidence(
                        Evidence.Field.valueOf(span.field().toUpperCase(Locale.ROOT)),
                        span.start(),
                        span.end(),
                        span.text()))
                .toList();
    }
}
