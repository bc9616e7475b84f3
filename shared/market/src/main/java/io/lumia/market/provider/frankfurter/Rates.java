package io.lumia.market.provider.frankfurter;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.series.Units;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebNumbers;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rates of one base currency. The days are keys of an object in no promised order, and a weekend is answered with the
 * business day before it: only the answer's own dates count. Rates are for {@code amount} units of the base.
 */
final class Rates {

    private final Wanted wanted;
    private final String base;
    private final double amount;
    private final SeriesRows rows;
    private final Set<String> present = new HashSet<>();
    private long number;

    private Rates(ReadContext context, String base, double amount) {
        this.wanted = Wanted.of(context);
        this.base = base;
        this.amount = amount;
        this.rows = new SeriesRows(context);
    }

    static Reading readDays(ReadContext context, WebResponse response, JsonNode tree) {
        JsonNode days = tree.path("rates");
        if (!isAnswer(tree) || tree.has("date") || !hasOnly(days, JsonNode::isObject)) {
            return Readings.unreadable(response, "rates keyed by date");
        }
        Rates rates = of(context, tree);
        for (Map.Entry<String, JsonNode> day : days.properties()) {
            rates.add(day.getKey(), day.getValue());
        }
        return rates.reading();
    }

    static Reading readOneDay(ReadContext context, WebResponse response, JsonNode tree) {
        JsonNode day = tree.path("rates");
        if (!isAnswer(tree) || !tree.path("date").isTextual() || !hasOnly(day, JsonNode::isValueNode)) {
            return Readings.unreadable(response, "a date and its rates");
        }
        Rates rates = of(context, tree);
        rates.add(tree.path("date").asText(), day);
        return rates.reading();
    }

    private static boolean isAnswer(JsonNode tree) {
        return tree.path("rates").isObject()
                && tree.path("base").asText().matches("[A-Z]{3}")
                && WebNumbers.parse(tree.path("amount")).orElse(1) > 0;
    }

    private static boolean hasOnly(JsonNode object, Predicate<JsonNode> allowed) {
        for (JsonNode value : object) {
            if (!allowed.test(value)) {
                return false;
            }
        }
        return true;
    }

    private static Rates of(ReadContext context, JsonNode tree) {
        return new Rates(
                context,
                tree.path("base").asText(),
                WebNumbers.parse(tree.path("amount")).orElse(1));
    }

    private void add(String written, JsonNode day) {
        Optional<LocalDate> date = Periods.day(written);
        for (Map.Entry<String, JsonNode> rate : day.properties()) {
            number++;
            String pair = base + rate.getKey();
            Line line = new Line(number, "%s %s=%s".formatted(written, rate.getKey(), rate.getValue()));
            present.add(pair);
            if (wanted.has(pair)) {
                add(line, pair, written, date, rate.getValue());
            }
        }
    }

    private void add(Line line, String pair, String written, Optional<LocalDate> date, JsonNode value) {
        OptionalDouble rate = WebNumbers.parse(value);
        if (date.isEmpty() || !pair.matches("[A-Z]{6}")) {
            rows.malformed(
                    line,
                    pair,
                    date.orElse(null),
                    "rate of %s on '%s'; allowed: a currency and a day".formatted(pair, written));
        } else if (rate.isPresent()) {
            rows.rate(line, pair, date.get(), Units.perOne(rate.getAsDouble(), amount));
        } else {
            rows.rate(line, pair, date.get(), value.asText());
        }
    }

    private Reading reading() {
        return !present.isEmpty() && wanted.missesAll(present)
                ? Reading.schemaChanged("%s was asked for; the answer is about %s".formatted(wanted.symbols(), present))
                : rows.reading();
    }
}
