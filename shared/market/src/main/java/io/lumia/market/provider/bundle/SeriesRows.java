package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.QuarantineReason;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code series.csv}: assets that have observations instead of bars. Unit and frequency become attributes. */
final class SeriesRows implements RowReader {

    private final CsvHeader header;
    private final int extraColumns;
    private final String currency;
    private final AssetRows.Lives lives;

    SeriesRows(CsvHeader header, int extraColumns, String currency, AssetRows.Lives lives) {
        this.header = header;
        this.extraColumns = extraColumns;
        this.currency = currency;
        this.lives = lives;
    }

    @Override
    public void read(CsvFields fields, Facts facts) {
        String name = text("name", fields);
        String unit = text("unit", fields);
        String frequency = text("frequency", fields);
        for (String text : new String[] {name, unit, frequency}) {
            @Nullable String refusal = Text.refusal(text);
            if (refusal != null) {
                facts.malformed(null, "a text " + refusal);
                return;
            }
        }
        try {
            AssetType type = AssetType.parse(text("asset_type", fields).toLowerCase(Locale.ROOT));
            add(definition(facts.symbol(), name, type, unit, frequency), facts);
        } catch (AppException e) {
            facts.malformed(null, Text.shown(String.valueOf(e.getMessage())));
        }
    }

    private void add(AssetDefinition definition, Facts facts) {
        String overlap = lives.add(definition, facts.line());
        if (overlap == null) {
            facts.asset(definition);
        } else {
            facts.reject(null, QuarantineReason.DUPLICATE, overlap);
        }
    }

    private AssetDefinition definition(String symbol, String name, AssetType type, String unit, String frequency) {
        Map<String, String> attributes = new HashMap<>();
        if (!unit.isEmpty()) {
            attributes.put("unit", unit);
        }
        if (!frequency.isEmpty()) {
            attributes.put("frequency", frequency);
        }
        String shownName = name.isEmpty() ? symbol : name;
        return new AssetDefinition(
                new Symbol(symbol),
                shownName,
                type,
                null,
                currency,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                attributes);
    }

    private String text(String column, CsvFields fields) {
        return fields.text(header.position(column) + extraColumns).strip();
    }
}
