package io.lumia.market.provider.centralbanks;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tables of middle rates: a list of days, in each a list of currencies with {@code mid} in zloty for one unit. */
final class BankOfPoland {

    private static final LocalDate FIRST_DATE = LocalDate.of(2002, 1, 2);

    /** The API refuses more than 93 days. */
    private static final int DAYS_PER_CALL = 90;

    private static final int MAX_CALLS = 200;

    private BankOfPoland() {}

    static List<WebCall> calls(CurrencyPair pair, ProviderRequest request, ProviderAccess access) {
        String endpoint = Hosts.endpoint(access, CentralBanksAdapter.CAPABILITIES, "https://api.nbp.pl");
        LocalDate from = request.firstFrom(FIRST_DATE);
        List<WebCall> calls = new ArrayList<>();
        for (int i = 0; i < MAX_CALLS && !from.isAfter(request.to()); i++) {
            LocalDate end = from.plusDays(DAYS_PER_CALL);
            LocalDate to = end.isAfter(request.to()) ? request.to() : end;
            calls.add(WebCall.of(
                    CentralBanksAdapter.NBP_TABLE,
                    "%s/api/exchangerates/tables/A/%s/%s/?format=json".formatted(endpoint, from, to),
                    pair.symbol()));
            from = to.plusDays(1);
        }
        return calls;
    }

    static Reading read(ReadContext context, WebResponse response) {
        // "404 NotFound - Not Found - Brak danych": no data. Any table of a range without a business day is answered
        // so.
        if (response.status() == 404 && response.text().toLowerCase(Locale.ROOT).contains("brak danych")) {
            return Reading.none(new EmptyConfirmed(WebStatus.seen(response)));
        }
        Optional<Reading> refusal = WebStatus.refusal(response).map(Reading::none);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<JsonNode> tables = WebJson.parse(response.text()).filter(BankOfPoland::areTables);
        return tables.isPresent() ? rows(context, tables.get()) : Readings.unreadable(response, "tables with rates");
    }

    private static boolean areTables(JsonNode tree) {
        if (!tree.isArray() || tree.isEmpty()) {
            return false;
        }
        for (JsonNode table : tree) {
            if (!table.path("effectiveDate").isTextual() || !table.path("rates").isArray()) {
                return false;
            }
        }
        return true;
    }

    private static Reading rows(ReadContext context, JsonNode tables) {
        SeriesRows rows = new SeriesRows(context);
        Wanted wanted = Wanted.of(context);
        Set<String> present = new HashSet<>();
        long number = 0;
        for (JsonNode table : tables) {
            String written = table.path("effectiveDate").asText();
            Optional<LocalDate> date = Periods.day(written);
            for (JsonNode rate : table.path("rates")) {
                number++;
                String pair = rate.path("code").asText("") + "PLN";
                present.add(pair);
                if (wanted.has(pair)) {
                    add(new Line(number, written + " " + rate), pair, date, rate, rows);
                }
            }
        }
        return !present.isEmpty() && wanted.missesAll(present)
                ? Readings.symbolUnknown("%s is not among %d currencies".formatted(wanted.symbols(), present.size()))
                : rows.reading();
    }

    private static void add(Line line, String pair, Optional<LocalDate> date, JsonNode rate, SeriesRows rows) {
        JsonNode mid = rate.path("mid");
        if (date.isEmpty() || !pair.matches("[A-Z]{6}") || mid.isMissingNode()) {
            rows.malformed(line, pair, date.orElse(null), "a rate needs a day, a code of three letters and mid");
        } else {
            rows.rate(line, pair, date.get(), mid.asText());
        }
    }
}
