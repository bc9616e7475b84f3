package io.lumia.market.provider.coingecko;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Quote;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.crypto.Candles;
import io.lumia.market.provider.crypto.CryptoPair;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** CoinGecko's answers with content. None says which coin it is about. */
final class CoinGeckoReader {

    private static final String UNNAMED = "BTC-USD";
    private static final int SHOWN_CHARACTERS = 1_000;
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private final ReadContext context;
    private final String symbol;
    private final String currency;
    private final ParsedAnswer.Builder rows = ParsedAnswer.builder();

    private CoinGeckoReader(ReadContext context) {
        this.context = context;
        this.symbol = context.symbol().isEmpty() ? UNNAMED : context.symbol();
        this.currency = CryptoPair.parse(symbol).map(CryptoPair::quote).orElse("USD");
    }

    /**
     * [[milliseconds, open, high, low, close], …]: half an hour, four hours or four days long, by how much was asked for; never
     * a day without a paid plan. So they are quotes, stamped as CoinGecko does, with the candle's end.
     */
    static Reading ohlc(ReadContext context, JsonNode tree) {
        if (!tree.isArray()) {
            return Reading.schemaChanged("ohlc is no list");
        }
        CoinGeckoReader reader = new CoinGeckoReader(context);
        long line = 0;
        for (JsonNode row : tree) {
            line++;
            Instant time = row.isArray() && row.size() == 5 ? Candles.epochMillis(row.get(0)) : Instant.MIN;
            if (time.equals(Instant.MIN)) {
                reader.reject(line, row, "a candle is a list of a time and four prices");
            } else if (context.wants(time.atZone(ZoneOffset.UTC).toLocalDate())) {
                reader.candle(line, time, row);
            }
        }
        return reader.reading();
    }

    private void candle(long line, Instant time, JsonNode row) {
        OptionalDouble open = WebNumbers.parse(row.get(1));
        OptionalDouble high = WebNumbers.parse(row.get(2));
        OptionalDouble low = WebNumbers.parse(row.get(3));
        OptionalDouble close = WebNumbers.parse(row.get(4));
        if (open.isEmpty() || high.isEmpty() || low.isEmpty() || close.isEmpty()) {
            reject(line, row, "open, high, low and close must be numbers");
            return;
        }
        Quote quote = new Quote(
                time,
                open.getAsDouble(),
                high.getAsDouble(),
                low.getAsDouble(),
                close.getAsDouble(),
                Double.NaN,
                currency);
        rows.quote(new Row<>(line, symbol, quote, () -> shown(row)));
    }

    /**
     * {prices: [[milliseconds, price], …], market_caps: …, total_volumes: …}. With {@code interval=daily} the points are at 00:00
     * UTC but for the last, which is now: the price at midnight is the close of the day that ends there. Volumes are in
     * money and of the last 24 hours, not the day's units, and are left out.
     */
    static Reading marketChart(ReadContext context, JsonNode tree) {
        JsonNode prices = tree.path("prices");
        if (!prices.isArray()) {
            return Reading.schemaChanged("market_chart has no list of prices");
        }
        CoinGeckoReader reader = new CoinGeckoReader(context);
        List<Point> points = reader.points(prices);
        long atMidnight =
                points.stream().filter(point -> isMidnight(point.time())).count();
        boolean areDays = atMidnight > 0 && atMidnight >= points.size() - 1;
        for (Point point : points) {
            if (!areDays) {
                reader.quote(point);
            } else if (isMidnight(point.time())) {
                reader.day(point);
            }
        }
        return reader.reading();
    }

    private record Point(long line, Instant time, double price, JsonNode raw) {}

    private List<Point> points(JsonNode prices) {
        List<Point> points = new ArrayList<>();
        long line = 0;
        for (JsonNode row : prices) {
            line++;
            Instant time = row.isArray() && row.size() == 2 ? Candles.epochMillis(row.get(0)) : Instant.MIN;
            OptionalDouble price = row.path(1).isNull() ? OptionalDouble.empty() : WebNumbers.parse(row.path(1));
            if (time.equals(Instant.MIN) || price.isEmpty()) {
                reject(line, row, "a point is a list of a time and a price");
            } else {
                points.add(new Point(line, time, price.getAsDouble(), row));
            }
        }
        points.sort(Comparator.comparing(Point::time));
        return points;
    }

    private static boolean isMidnight(Instant time) {
        return time.getNano() == 0 && time.getEpochSecond() % DAY_SECONDS == 0;
    }

    private void day(Point point) {
        LocalDate date = point.time().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        if (context.wants(date)) {
            double price = point.price();
            DailyBar bar = new DailyBar(date, price, price, price, price, Double.NaN, Double.NaN, 0)
                    .withFlag(BarFlag.CLOSE_ONLY);
            rows.bar(new Row<>(point.line(), symbol, bar, () -> shown(point.raw())));
        }
    }

    private void quote(Point point) {
        if (context.wants(point.time().atZone(ZoneOffset.UTC).toLocalDate())) {
            Quote quote =
                    new Quote(point.time(), Double.NaN, Double.NaN, Double.NaN, point.price(), Double.NaN, currency);
            rows.quote(new Row<>(point.line(), symbol, quote, () -> shown(point.raw())));
        }
    }

    private void reject(long line, JsonNode row, String detail) {
        rows.rejected(new Rejected(line, symbol, null, QuarantineReason.MALFORMED_LINE, shown(row), detail));
    }

    private Reading reading() {
        ParsedAnswer read = rows.build();
        if (read.size() > 0) {
            return Reading.rows(read);
        }
        return read.rejected().isEmpty()
                ? Reading.none(new EmptyConfirmed("no price of %s in the range".formatted(symbol)))
                : Reading.schemaChanged("no row can be read, the first: "
                        + read.rejected().getFirst().row());
    }

    private static String shown(JsonNode row) {
        String text = row.toString();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS);
    }
}
