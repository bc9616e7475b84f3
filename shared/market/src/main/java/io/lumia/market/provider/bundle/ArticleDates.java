package io.lumia.market.provider.bundle;

import io.lumia.market.Published;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** When a row of {@code articles.csv} came out: an instant, or a day. */
final class ArticleDates {

    private final int publishedAt;

    ArticleDates(CsvHeader header, int extraColumns) {
        publishedAt = header.position("published_at") + extraColumns;
    }

    /** The day by which the row is asked for, in UTC; null if it cannot be read. */
    @Nullable
    LocalDate date(CsvFields fields) {
        Published published = published(fields);
        return published == null ? null : published.date();
    }

    /** Null if it cannot be read. */
    @Nullable
    Published published(CsvFields fields) {
        LocalDate day = fields.date(publishedAt);
        if (day != null) {
            return Published.on(day);
        }
        if (fields.length(publishedAt) > BundleLimits.MAX_NUMBER_CHARACTERS) {
            return null;
        }
        try {
            return Published.at(OffsetDateTime.parse(fields.text(publishedAt)).toInstant());
        } catch (DateTimeException _) {
            return null;
        }
    }

    String detail(CsvFields fields) {
        return "published_at is '%s'; allowed: 2017-12-29 or 2017-12-29T14:30:00Z"
                .formatted(Text.shown(fields.text(publishedAt)));
    }
}
