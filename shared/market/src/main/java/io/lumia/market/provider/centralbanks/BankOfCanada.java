package io.lumia.market.provider.centralbanks;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.CurrencyPair;
import io.lumia.market.provider.series.Hosts;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Valet: an object a day, {@code {"d":"2026-03-12","FXUSDCAD":{"v":"1.3706"}}}. A series named {@code FX} and two
 * currencies is the price of the first in the second; others are observations under their own name.
 */
final class BankOfCanada {

    private static final Pattern PAIR = Pattern.compile("FX([A-Z]{3})([A-Z]{3})");

    private BankOfCanada() {}

    static List<WebCall> calls(CurrencyPair pair, ProviderRequest request, ProviderAccess access) {
        LocalDate from = request.from();
        return List.of(WebCall.of(
                CentralBanksAdapter.BOC_VALET,
                "%s/valet/observations/FX%s/json?%send_date=%s"
                        .formatted(
                                Hosts.endpoint(access, CentralBanksAdapter.CAPABILITIES, "https://www.bankofcanada.ca"),
                                pair.symbol(),
                                from == null ? "" : "start_date=" + from + "&",
                                request.to()),
                pair.symbol()));
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<JsonNode> tree = WebJson.parse(response.text());
        String message = tree.map(node -> node.path("message").asText("")).orElse("");
        if (message.toLowerCase(Locale.ROOT).contains("not found")) {
            return Readings.symbolUnknown(WebStatus.beginning(message));
        }
        Optional<Reading> refusal = WebStatus.refusal(response).map(Reading::none);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return tree.filter(node -> node.path("observations").isArray()).isPresent()
                ? rows(context, tree.get().path("observations"))
                : Readings.unreadable(response, "observations of Valet");
    }

    private static Reading rows(ReadContext context, JsonNode observations) {
        SeriesRows rows = new SeriesRows(context);
        Wanted wanted = Wanted.of(context);
        Set<String> present = new HashSet<>();
        long number = 0;
        for (JsonNode day : observations) {
            number++;
            Line line = new Line(number, day.toString());
            Optional<LocalDate> date = Periods.day(day.path("d").asText(""));
            if (date.isEmpty()) {
                rows.malformed(
                        line,
                        "",
                        null,
                        "d is '%s'; allowed: a day".formatted(day.path("d").asText("")));
                continue;
            }
            for (Map.Entry<String, JsonNode> series : day.properties()) {
                String symbol = symbol(series.getKey());
                if (!series.getKey().equals("d")) {
                    present.add(symbol);
                    if (wanted.has(symbol)) {
                        add(line, symbol, date.get(), series, rows);
                    }
                }
            }
        }
        return !present.isEmpty() && wanted.missesAll(present)
                ? Reading.schemaChanged("%s was asked for; the answer is about %s".formatted(wanted.symbols(), present))
                : rows.reading();
    }

    private static void add(
            Line line, String symbol, LocalDate date, Map.Entry<String, JsonNode> series, SeriesRows rows) {
        JsonNode value = series.getValue().path("v");
        if (!series.getValue().isObject() || value.isContainerNode()) {
            rows.malformed(line, symbol, date, "value is %s; allowed: an object with v".formatted(series.getValue()));
        } else if (PAIR.matcher(series.getKey()).matches()) {
            rows.rate(line, symbol, date, value.asText(""));
        } else {
            rows.observe(line, symbol, date, value.asText(""));
        }
    }

    private static String symbol(String name) {
        Matcher pair = PAIR.matcher(name);
        return pair.matches() ? pair.group(1) + pair.group(2) : name;
    }
}
