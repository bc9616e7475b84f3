package io.lumia.market.provider.bundle;

import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of {@code articles.csv}, looked at but not loaded: published when, of which kind, with a title. */
final class ArticleRows {

    private static final Set<String> KINDS = Set.of("news", "social", "filing");

    private final int publishedAt;
    private final int kind;
    private final int title;

    ArticleRows(CsvHeader header) {
        publishedAt = header.position("published_at");
        kind = header.position("kind");
        title = header.position("title");
    }

    void read(Records records, FileTally tally) {
        CsvFields fields = records.fields();
        String trouble = records.trouble();
        LocalDate date = trouble == null ? date(fields.text(publishedAt)) : null;
        if (trouble == null && date == null) {
            trouble = "published_at is '%s'; allowed: 2017-12-29 or 2017-12-29T14:30:00Z"
                    .formatted(Text.shown(fields.text(publishedAt)));
        } else if (trouble == null && !KINDS.contains(fields.text(kind))) {
            trouble = "kind is '%s'; allowed: news, social, filing".formatted(Text.shown(fields.text(kind)));
        } else if (trouble == null && fields.text(title).isBlank()) {
            trouble = "title is empty";
        }
        if (trouble != null || date == null) {
            tally.reject(rejected(records, date, String.valueOf(trouble)));
        } else {
            tally.accept(date);
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).toLocalDate();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Rejected rejected(Records records, @Nullable LocalDate date, String detail) {
        RecordScanner scanner = records.scanner();
        String row = Text.shown(scanner.bytes(), scanner.start(), scanner.end());
        return new Rejected(scanner.line(), SymbolNames.UNREADABLE, date, QuarantineReason.MALFORMED_LINE, row, detail);
    }
}
