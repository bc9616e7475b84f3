package io.lumia.market.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.Quote;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.market.provider.web.WebNumbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** One quote: the latest trading day of a share (timed at that day's beginning in New York), or an exchange rate now. */
final class SnapshotReader {

    static final String GLOBAL_QUOTE = "global_quote";
    static final String FX_RATE = "fx_rate";

    private SnapshotReader() {}

    static Reading globalQuote(ReadContext context, JsonNode json) {
        JsonNode quote = json.path("Global Quote");
        if (!quote.isObject()) {
            return Reading.schemaChanged("no Global Quote");
        }
        if (quote.isEmpty()) {
            return Reading.none(new SymbolUnknown("an empty Global Quote for " + context.symbol()));
        }
        String answered = SeriesReader.value(quote, "symbol").toUpperCase(Locale.ROOT);
        if (!context.symbol().isEmpty() && !context.symbol().equalsIgnoreCase(answered)) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), answered));
        }
        OptionalDouble price = number(quote, "price");
        Optional<LocalDate> day = SeriesReader.date(SeriesReader.value(quote, "latest trading day"));
        if (answered.isEmpty() || price.isEmpty() || day.isEmpty()) {
            return Reading.schemaChanged("a Global Quote without symbol, price or latest trading day");
        }
        Quote value = new Quote(
                day.get().atStartOfDay(SessionEnd.NEW_YORK).toInstant(),
                number(quote, "open").orElse(Double.NaN),
                number(quote, "high").orElse(Double.NaN),
                number(quote, "low").orElse(Double.NaN),
                price.getAsDouble(),
                number(quote, "volume").orElse(Double.NaN),
                "USD");
        return one(context.symbol().isEmpty() ? answered : context.symbol(), value, quote);
    }

    static Reading rate(ReadContext context, JsonNode json) {
        JsonNode rate = json.path("Realtime Currency Exchange Rate");
        String from = SeriesReader.value(rate, "from_currency code");
        String to = SeriesReader.value(rate, "to_currency code");
        OptionalDouble value = number(rate, "exchange rate");
        Optional<Instant> time = time(rate);
        if (from.isEmpty() || to.isEmpty() || value.isEmpty() || time.isEmpty()) {
            return Reading.schemaChanged("no Realtime Currency Exchange Rate with codes, rate and time");
        }
        String symbol = isMoney(from) ? from + to : from + "-" + to;
        if (!context.symbol().isEmpty() && !plain(context.symbol()).equals(plain(symbol))) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), symbol));
        }
        double none = Double.NaN;
        Quote quote = new Quote(time.get(), none, none, none, value.getAsDouble(), none, to);
        return one(context.symbol().isEmpty() ? symbol : context.symbol(), quote, rate);
    }

    private static Reading one(String symbol, Quote quote, JsonNode raw) {
        Row<Quote> row = new Row<>(1, symbol, quote, RowText.shown(raw.toString()));
        return Reading.rows(ParsedAnswer.builder().quote(row).build());
    }

    private static OptionalDouble number(JsonNode object, String name) {
        return WebNumbers.parse(SeriesReader.value(object, name));
    }

    private static Optional<Instant> time(JsonNode rate) {
        try {
            String text = SeriesReader.value(rate, "last refreshed").replace(' ', 'T');
            String zone = SeriesReader.value(rate, "time zone");
            return Optional.of(
                    LocalDateTime.parse(text).atZone(SeriesReader.zone(zone)).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** An ISO 4217 currency, so that the pair is an exchange rate; a crypto asset otherwise. */
    private static boolean isMoney(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static String plain(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
