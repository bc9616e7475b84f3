package io.lumia.market.provider.centralbanks;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
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
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code getDataCode}: an envelope whose own {@code STATUS} counts, and per series two arrays of the same length, dates as
 * numbers and values with null for days without one. Rates at 17:00 in Tokyo become bars; the bank's other series are
 * observations under their code, since several fix the same pair at other hours.
 */
final class BankOfJapan {

    private static final Map<String, String> PAIR_BY_CODE = Map.of("FXERD04", "USDJPY", "FXERD34", "EURUSD");
    private static final DateTimeFormatter DAY = Periods.pattern("uuuuMMdd");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    private static final LocalDate FIRST_DATE = LocalDate.of(1998, 1, 1);
    private static final String NO_DATA = "M181030I";
    private static final String UNKNOWN_CODE = "M181013E";

    private BankOfJapan() {}

    static List<WebCall> calls(CurrencyPair pair, ProviderRequest request, ProviderAccess access) {
        if (!pair.symbol().equals("USDJPY")) {
            return List.of();
        }
        LocalDate asked = request.from();
        LocalDate from = asked == null ? FIRST_DATE : asked;
        return List.of(WebCall.of(
                CentralBanksAdapter.BOJ,
                "%s/api/v1/getDataCode?format=json&lang=en&db=FM08&startDate=%s&endDate=%s&code=FXERD04"
                        .formatted(
                                Hosts.endpoint(
                                        access, CentralBanksAdapter.CAPABILITIES, "https://www.stat-search.boj.or.jp"),
                                from.format(MONTH),
                                request.to().format(MONTH)),
                pair.symbol()));
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<JsonNode> tree = WebJson.parse(response.text())
                .filter(node -> node.path("STATUS").isValueNode());
        if (tree.isEmpty()) {
            return WebStatus.refusal(response)
                    .map(Reading::none)
                    .orElseGet(() -> Readings.unreadable(response, "an envelope with STATUS"));
        }
        int status = tree.get().path("STATUS").asInt();
        String id = tree.get().path("MESSAGEID").asText("");
        String seen = "STATUS %d %s: %s"
                .formatted(
                        status,
                        id,
                        WebStatus.beginning(tree.get().path("MESSAGE").asText("")));
        if (id.equals(UNKNOWN_CODE)) {
            return Readings.symbolUnknown(seen);
        }
        if (status >= 500) {
            return Reading.none(new Unreachable(seen));
        }
        JsonNode series = tree.get().path("RESULTSET");
        if (status != 200 || !(series.isArray() || id.equals(NO_DATA))) {
            return Reading.schemaChanged(seen);
        }
        if (id.equals(NO_DATA) || series.isEmpty()) {
            return Reading.none(new EmptyConfirmed(seen));
        }
        // We ask for one series at a time, far below the 60,000 values after which an answer goes on elsewhere.
        return isSet(tree.get().path("NEXTPOSITION"))
                ? Reading.schemaChanged(
                        "an answer that goes on at position " + tree.get().path("NEXTPOSITION"))
                : rows(context, series);
    }

    private static boolean isSet(JsonNode position) {
        return !position.isMissingNode() && !position.asText("").isEmpty() && !position.isNull();
    }

    private static Reading rows(ReadContext context, JsonNode series) {
        SeriesRows rows = new SeriesRows(context);
        Wanted wanted = Wanted.of(context);
        Set<String> present = new HashSet<>();
        for (JsonNode one : series) {
            String code = one.path("SERIES_CODE").asText("");
            JsonNode dates = one.path("VALUES").path("SURVEY_DATES");
            JsonNode values = one.path("VALUES").path("VALUES");
            if (code.isEmpty() || !dates.isArray() || !values.isArray() || dates.size() != values.size()) {
                return Reading.schemaChanged("series '%s' with %d dates and %d values; allowed: as many of both"
                        .formatted(code, dates.size(), values.size()));
            }
            String symbol = PAIR_BY_CODE.getOrDefault(code, code);
            present.add(symbol);
            if (wanted.has(symbol)) {
                add(symbol, dates, values, rows);
            }
        }
        return wanted.missesAll(present)
                ? Reading.schemaChanged("%s was asked for; the answer is about %s".formatted(wanted.symbols(), present))
                : rows.reading();
    }

    private static void add(String symbol, JsonNode dates, JsonNode values, SeriesRows rows) {
        for (int i = 0; i < dates.size(); i++) {
            String written = dates.path(i).asText("");
            String value = values.path(i).asText("");
            Line line = new Line(i + 1L, written + " " + value);
            Optional<LocalDate> date = Periods.day(written, DAY).or(() -> Periods.parse(written));
            if (date.isEmpty()) {
                rows.malformed(line, symbol, null, "date is '%s'; allowed: a day or month".formatted(written));
            } else if (PAIR_BY_CODE.containsValue(symbol)) {
                rows.rate(line, symbol, date.get(), value);
            } else {
                rows.observe(line, symbol, date.get(), value);
            }
        }
    }
}
