package io.lumia.market.provider.centralbanks;

import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.CurrencyPair;
import io.lumia.market.provider.series.Hosts;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.series.Units;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebNumbers;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * {@code XML_daily}: the rates that hold on one day, {@code Value} roubles for {@code Nominal} units, with a comma as
 * decimal sign. The date is the answer's, which on a day off is the business day before.
 */
final class BankOfRussia {

    private static final DateTimeFormatter WRITTEN = Periods.pattern("dd.MM.uuuu");
    private static final DateTimeFormatter ASKED = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** One call a day of the range: longer ranges are not offered, another source is cheaper. */
    private static final int MAX_DAYS = 31;

    private BankOfRussia() {}

    static List<WebCall> calls(CurrencyPair pair, ProviderRequest request, ProviderAccess access) {
        LocalDate from = request.from();
        if (from == null || from.plusDays(MAX_DAYS).isBefore(request.to())) {
            return List.of();
        }
        String endpoint = Hosts.endpoint(access, CentralBanksAdapter.CAPABILITIES, "https://www.cbr.ru");
        // Rates are set on business days for the next day, so Tuesday to Saturday have their own.
        return from.datesUntil(request.to().plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY && day.getDayOfWeek() != DayOfWeek.MONDAY)
                .map(day -> WebCall.of(
                        CentralBanksAdapter.CBR_DAILY,
                        "%s/scripts/XML_daily.asp?date_req=%s".formatted(endpoint, day.format(ASKED)),
                        pair.symbol()))
                .toList();
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<Reading> refusal = WebStatus.refusal(response).map(Reading::none);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<Element> rates = WebXml.parse(response.body()).filter(root -> "ValCurs".equals(root.getLocalName()));
        if (rates.isEmpty()) {
            return Readings.unreadable(response, "ValCurs");
        }
        List<Element> currencies = WebXml.all(rates.get(), "Valute");
        Optional<LocalDate> date = Periods.day(rates.get().getAttribute("Date"), WRITTEN);
        if (currencies.isEmpty() && WebXml.children(rates.get()).isEmpty()) {
            return Reading.none(new EmptyConfirmed(
                    "ValCurs without a rate: " + rates.get().getTextContent().strip()));
        }
        return date.isPresent()
                ? rows(context, currencies, date.get())
                : Reading.schemaChanged("Date is '%s'; allowed: dd.mm.yyyy"
                        .formatted(rates.get().getAttribute("Date")));
    }

    private static Reading rows(ReadContext context, List<Element> currencies, LocalDate date) {
        SeriesRows rows = new SeriesRows(context);
        Wanted wanted = Wanted.of(context);
        Set<String> present = new HashSet<>();
        for (int i = 0; i < currencies.size(); i++) {
            String pair = WebXml.text(currencies.get(i), "CharCode") + "RUB";
            present.add(pair);
            if (wanted.has(pair)) {
                add(i + 1L, pair, date, currencies.get(i), rows);
            }
        }
        return wanted.missesAll(present)
                ? Readings.symbolUnknown("%s is not among %d currencies".formatted(wanted.symbols(), present.size()))
                : rows.reading();
    }

    private static void add(long number, String pair, LocalDate date, Element currency, SeriesRows rows) {
        String written = WebXml.text(currency, "Value");
        String units = WebXml.text(currency, "Nominal");
        Line line = new Line(number, "%s %s for %s".formatted(pair, written, units));
        OptionalDouble rate = WebNumbers.parse(written.replace(',', '.').replace("\u00A0", ""));
        OptionalDouble nominal = WebNumbers.parse(units);
        if (rate.isPresent() && nominal.isPresent() && nominal.getAsDouble() > 0 && pair.matches("[A-Z]{6}")) {
            rows.rate(line, pair, date, Units.perOne(rate.getAsDouble(), nominal.getAsDouble()));
        } else if (SeriesRows.isMissing(written) && nominal.isPresent()) {
            rows.missing();
        } else {
            rows.malformed(
                    line,
                    pair,
                    date,
                    "Value '%s' for Nominal '%s'; allowed: a number for a number of units".formatted(written, units));
        }
    }
}
