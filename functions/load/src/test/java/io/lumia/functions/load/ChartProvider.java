package io.lumia.functions.load;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** A provider whose answers about bars bring actions: lines {@code symbol,date,close} and {@code symbol,date,split,ratio}. */
final class ChartProvider implements MarketDataProvider {

    static final String NAME = "chart";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ProviderCatalog catalog(String location) {
        throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public ProviderAnswer fetch(ProviderRequest request) {
        throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public ParsedAnswer read(RawAnswer answer) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        String content = new String(answer.content(), StandardCharsets.UTF_8);
        content.lines().map(line -> line.split(",")).forEach(fields -> add(rows, fields));
        return rows.build();
    }

    private static void add(ParsedAnswer.Builder rows, String[] fields) {
        LocalDate date = LocalDate.parse(fields[1]);
        String raw = String.join(",", fields);
        if (fields[2].equals("split")) {
            double ratio = Double.parseDouble(fields[3]);
            rows.action(new Row<>(0, fields[0], new CorporateAction(date, ActionKind.SPLIT, ratio), raw));
        } else {
            double close = Double.parseDouble(fields[2]);
            DailyBar bar = new DailyBar(date, close, close, close, close, 1_000, Double.NaN, 0);
            rows.bar(new Row<>(0, fields[0], bar, raw));
        }
    }
}
