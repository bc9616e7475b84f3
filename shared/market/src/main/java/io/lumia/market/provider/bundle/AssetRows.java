package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.QuarantineReason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code assets.csv}. A symbol may be there several times if its lives do not touch: a re-used ticker. An empty
 * name is the symbol, an empty currency the bundle's.
 */
final class AssetRows implements RowReader {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern CIK = Pattern.compile("[0-9]{1,10}");

    private final CsvHeader header;
    private final int extraColumns;
    private final String defaultCurrency;
    private final NumberColumn marketCap;
    private final Lives lives;

    AssetRows(CsvHeader header, int extraColumns, String defaultCurrency, Lives lives) {
        this.header = header;
        this.extraColumns = extraColumns;
        this.defaultCurrency = defaultCurrency;
        this.marketCap = new NumberColumn(header, "market_cap", extraColumns);
        this.lives = lives;
    }

    /** Thrown and caught in this class: the row is refused. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String detail) {
            super(detail, null, false, false);
        }
    }

    @Override
    public void read(CsvFields fields, Facts facts) {
        try {
            AssetDefinition definition = definition(fields, facts);
            String overlap = lives.add(definition, facts.line());
            if (overlap == null) {
                facts.asset(definition);
            } else {
                facts.reject(definition.firstDate(), QuarantineReason.DUPLICATE, overlap);
            }
        } catch (Refused refused) {
            facts.malformed(null, String.valueOf(refused.getMessage()));
        } catch (AppException e) {
            facts.malformed(null, Text.shown(String.valueOf(e.getMessage())));
        }
    }

    private AssetDefinition definition(CsvFields fields, Facts facts) {
        LocalDate first = date("first_date", fields);
        LocalDate last = date("last_date", fields);
        if (first != null && last != null && first.isAfter(last)) {
            throw new Refused("first_date %s is after last_date %s".formatted(first, last));
        }
        String name = text("name", fields);
        return new AssetDefinition(
                new Symbol(facts.symbol()),
                name.isEmpty() ? facts.symbol() : name,
                AssetType.parse(text("asset_type", fields).toLowerCase(Locale.ROOT)),
                Exchanges.mic(text("exchange", fields)),
                matching("currency", CURRENCY, "three letters such as USD", fields, defaultCurrency),
                orNull(text("sector", fields)),
                orNull(text("industry", fields)),
                marketCap(fields),
                cik(fields),
                first,
                last,
                text("description", fields),
                Map.of());
    }

    private @Nullable Double marketCap(CsvFields fields) {
        double value = marketCap.read(fields);
        if (marketCap.wasBad()) {
            throw new Refused(marketCap.detail(fields));
        }
        if (value < 0) {
            throw new Refused("market_cap is %s; allowed: zero or more".formatted(value));
        }
        return marketCap.wasEmpty() ? null : (Double) value;
    }

    private @Nullable String cik(CsvFields fields) {
        String digits = matching("cik", CIK, "up to ten digits", fields, "");
        String significant = digits.replaceFirst("^0+", "");
        return orNull(significant);
    }

    private String matching(String column, Pattern allowed, String words, CsvFields fields, String whenEmpty) {
        String text = text(column, fields);
        if (text.isEmpty()) {
            return whenEmpty;
        }
        if (!allowed.matcher(text).matches()) {
            throw new Refused("%s is '%s'; allowed: %s".formatted(column, Text.shown(text), words));
        }
        return text;
    }

    private @Nullable LocalDate date(String column, CsvFields fields) {
        int position = header.position(column) + extraColumns;
        if (header.position(column) < 0 || fields.isEmpty(position)) {
            return null;
        }
        LocalDate date = fields.date(position);
        if (date == null) {
            throw new Refused(Dates.detail(column, fields, position));
        }
        return date;
    }

    private String text(String column, CsvFields fields) {
        int inHeader = header.position(column);
        if (inHeader < 0) {
            return "";
        }
        String text = fields.text(inHeader + extraColumns).strip();
        String refusal = Text.refusal(text);
        if (refusal != null) {
            throw new Refused(column + " " + refusal);
        }
        return text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The lives seen so far per symbol. */
    static final class Lives {

        private final Map<Symbol, List<Life>> seen = new HashMap<>();

        private record Life(LocalDate first, LocalDate last, long line) {

            boolean touches(Life other) {
                return !first.isAfter(other.last) && !other.first.isAfter(last);
            }
        }

        /** Remembers a life; says what it collides with, or null. */
        @Nullable
        String add(AssetDefinition definition, long line) {
            LocalDate first = definition.firstDate();
            LocalDate last = definition.lastDate();
            Life life = new Life(first == null ? LocalDate.MIN : first, last == null ? LocalDate.MAX : last, line);
            List<Life> others = seen.computeIfAbsent(definition.symbol(), symbol -> new ArrayList<>());
            for (Life other : others) {
                if (life.touches(other)) {
                    return "%s is on line %d already, with a life that overlaps"
                            .formatted(definition.symbol(), other.line);
                }
            }
            others.add(life);
            return null;
        }
    }
}
