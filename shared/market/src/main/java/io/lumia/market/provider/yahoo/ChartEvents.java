package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.WebNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A chart's {@code events}: maps from a timestamp as text to a split or dividend. Dividends are per today's share, as the
 * prices are. Capital gains of funds are left alone: Yahoo counts some of them among the dividends too.
 */
final class ChartEvents {

    private final ReadContext context;
    private final ChartMeta meta;
    private final String symbol;

    ChartEvents(ReadContext context, ChartMeta meta, String symbol) {
        this.context = context;
        this.meta = meta;
        this.symbol = symbol;
    }

    void read(JsonNode events, ParsedAnswer.Builder answer) {
        List<Row<CorporateAction>> actions = new ArrayList<>();
        read(events.path("splits"), ActionKind.SPLIT, actions, answer);
        read(events.path("dividends"), ActionKind.DIVIDEND, actions, answer);
        actions.stream()
                .sorted(Comparator.comparing(row -> row.value().exDate()))
                .forEach(answer::action);
    }

    private void read(JsonNode map, ActionKind kind, List<Row<CorporateAction>> actions, ParsedAnswer.Builder answer) {
        long line = 0;
        for (JsonNode event : map) {
            line++;
            String raw = RowText.shown(event.toString());
            JsonNode time = event.path("date");
            LocalDate exDate = time.canConvertToLong() ? meta.date(time.longValue()) : null;
            double value = kind == ActionKind.SPLIT ? ratio(event) : amount(event);
            if (exDate == null || !(value > 0) || Double.isInfinite(value)) {
                answer.rejected(new Rejected(
                        line, symbol, exDate, QuarantineReason.INVALID_ACTION, raw, kind.code() + " that cannot be"));
            } else if (context.wants(exDate)) {
                actions.add(new Row<>(line, symbol, new CorporateAction(exDate, kind, value), raw));
            }
        }
    }

    private static double ratio(JsonNode split) {
        return WebNumbers.orNaN(split.path("numerator")) / WebNumbers.orNaN(split.path("denominator"));
    }

    /** In the currency of the prices; a dividend in another one has no place in our books. */
    private double amount(JsonNode dividend) {
        double amount = WebNumbers.orNaN(dividend.path("amount"));
        String priced = meta.currency();
        String paid = dividend.path("currency").asText(priced);
        if (Double.isNaN(amount) || !YahooNumbers.currency(paid).equals(YahooNumbers.currency(priced))) {
            return Double.NaN;
        }
        return YahooNumbers.price(paid).applyAsDouble(amount);
    }
}
