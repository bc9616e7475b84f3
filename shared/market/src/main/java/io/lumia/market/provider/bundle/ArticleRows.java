package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of {@code articles.csv}. */
final class ArticleRows implements RowReader {

    /** A story about more is about a market. */
    static final int MAX_SYMBOLS = 100;

    private final ArticleDates dates;
    private final int symbols;
    private final int source;
    private final int kind;
    private final int title;
    private final int body;
    private final int url;

    ArticleRows(CsvHeader header, int extraColumns) {
        dates = new ArticleDates(header, extraColumns);
        symbols = header.position("symbols") + extraColumns;
        source = header.position("source") + extraColumns;
        kind = header.position("kind") + extraColumns;
        title = header.position("title") + extraColumns;
        body = header.position("body") + extraColumns;
        url = header.position("url") + extraColumns;
    }

    @Override
    public void read(CsvFields fields, Facts facts) {
        Published published = dates.published(fields);
        if (published == null) {
            facts.malformed(null, dates.detail(fields));
            return;
        }
        LocalDate date = published.date();
        String trouble = trouble(fields);
        if (trouble != null) {
            facts.malformed(date, trouble);
            return;
        }
        try {
            facts.article(new ReceivedArticle(
                    "",
                    ArticleKind.parse(fields.text(kind)),
                    fields.text(source).strip(),
                    fields.text(title).strip(),
                    fields.text(body).strip(),
                    fields.text(url).strip(),
                    "",
                    published,
                    symbols(fields)));
        } catch (AppException e) {
            facts.malformed(date, Text.shown(String.valueOf(e.getMessage())));
        }
    }

    private @Nullable String trouble(CsvFields fields) {
        if (fields.text(title).isBlank()) {
            return "title is empty";
        }
        for (int column : List.of(title, body, source, url)) {
            if (fields.text(column).length() > BundleLimits.MAX_TEXT_CHARACTERS) {
                return "a text of %,d characters; allowed: at most %,d"
                        .formatted(fields.text(column).length(), BundleLimits.MAX_TEXT_CHARACTERS);
            }
        }
        return null;
    }

    /** Fails with INVALID_INPUT for what is no symbol. */
    private List<String> symbols(CsvFields fields) {
        List<String> found = new ArrayList<>();
        for (String name : fields.text(symbols).split(";", MAX_SYMBOLS + 1)) {
            if (found.size() == MAX_SYMBOLS) {
                throw AppException.invalid("symbols", "more than " + MAX_SYMBOLS, "at most " + MAX_SYMBOLS);
            }
            if (!name.isBlank()) {
                found.add(Symbol.parse(name).value());
            }
        }
        return found;
    }
}
