package io.lumia.market.provider.secedgar;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the readers share. */
final class Rows {

    private static final int SHOWN_CHARACTERS = 1_000;

    private Rows() {}

    /** A field's text, stripped; empty where there is none or it is no text. */
    static String text(JsonNode row, String field) {
        JsonNode node = row.path(field);
        return node.isTextual() ? node.textValue().strip() : "";
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static String raw(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS);
    }

    static Rejected malformed(long line, String symbol, @Nullable LocalDate date, String raw, String detail) {
        return new Rejected(line, symbol, date, QuarantineReason.MALFORMED_LINE, raw(raw), detail);
    }

    /** Rows, or what it means that there are none. */
    static Reading reading(ParsedAnswer rows, List<WebCall> more, String whatIsEmpty) {
        if (rows.size() > 0 || !more.isEmpty()) {
            return Reading.rows(rows, more);
        }
        return rows.rejected().isEmpty()
                ? Reading.none(new EmptyConfirmed(whatIsEmpty))
                : Reading.schemaChanged("none of %d rows can be read, the first: %s"
                        .formatted(
                                rows.rejected().size(),
                                rows.rejected().getFirst().detail()));
    }
}
