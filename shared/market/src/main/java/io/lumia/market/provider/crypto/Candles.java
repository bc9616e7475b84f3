package io.lumia.market.provider.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.DailyBar;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Quote;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
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
import org.jspecify.annotations.Nullable;

/**
 * The candles of one answer. Few exchanges say in an answer how long they are, so the times tell: candles that all begin at
 * 00:00 UTC are days and become bars of that date (crypto trades around the clock, the day is UTC); others become quotes. A
 * candle whose interval had not ended when the answer came is left out.
 */
public final class Candles {

    private static final int SHOWN_CHARACTERS = 1_000;
    private static final Instant EARLIEST = Instant.parse("2009-01-03T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final ReadContext context;
    private final String symbol;
    private final String currency;
    private final List<Candle> candles = new ArrayList<>();
    private final ParsedAnswer.Builder rows = ParsedAnswer.builder();
    private @Nullable Duration length;
    private int rejected;
    private int left;

    /** @param symbol in our spelling */
    public Candles(ReadContext context, String symbol) {
        this.context = context;
        this.symbol = symbol;
        this.currency = CryptoPair.parse(symbol).map(CryptoPair::quote).orElse("USD");
    }

    /** How long they are, where the answer does say so. */
    public void lasting(Duration given) {
        length = given;
    }

    public void add(Candle candle) {
        candles.add(candle);
    }

    /** A row that is no candle. */
    public void reject(long line, JsonNode raw, String detail) {
        reject(line, null, QuarantineReason.MALFORMED_LINE, raw, detail);
    }

    private void reject(long line, @Nullable LocalDate date, QuarantineReason reason, JsonNode raw, String detail) {
        rejected++;
        rows.rejected(new Rejected(line, symbol, date, reason, shown(raw), detail));
    }

    /** The beginning of an interval as most exchanges write it; the earliest instant there is for what is no such time. */
    public static Instant epochSeconds(JsonNode node) {
        OptionalDouble seconds = WebNumbers.parse(node);
        return seconds.isPresent() && Math.abs(seconds.getAsDouble()) < 1e11
                ? Instant.ofEpochSecond((long) seconds.getAsDouble())
                : Instant.MIN;
    }

    public static Instant epochMillis(JsonNode node) {
        OptionalDouble millis = WebNumbers.parse(node);
        return millis.isPresent() && Math.abs(millis.getAsDouble()) < 1e14
                ? Instant.ofEpochMilli((long) millis.getAsDouble())
                : Instant.MIN;
    }

    /** All candles, oldest first. */
    public Reading reading() {
        List<Candle> timed = new ArrayList<>();
        for (Candle candle : candles) {
            if (candle.start().isBefore(EARLIEST) || candle.start().isAfter(LATEST)) {
                String detail = "the candle's time is none between 2009 and 2200";
                reject(candle.line(), null, QuarantineReason.MALFORMED_LINE, candle.raw(), detail);
            } else {
                timed.add(candle);
            }
        }
        timed.sort(Comparator.comparing(Candle::start));
        Duration interval = length == null ? interval(timed) : length;
        for (Candle candle : timed) {
            if (candle.start().plus(interval).isAfter(context.receivedAt())) {
                left++;
            } else {
                read(candle, interval);
            }
        }
        return result();
    }

    private Reading result() {
        ParsedAnswer read = rows.build();
        if (read.size() > 0) {
            return Reading.rows(read);
        }
        if (rejected > 0) {
            return Reading.schemaChanged("none of %d candles can be read, the first: %s"
                    .formatted(rejected, read.rejected().getFirst().detail()));
        }
        return Reading.none(new EmptyConfirmed(
                left > 0 ? "no candle but unfinished ones" : "no candle of %s in the range".formatted(symbol)));
    }

    /** A day where all begin at midnight, else the shortest time between two. */
    private static Duration interval(List<Candle> sorted) {
        boolean areDays = sorted.stream().allMatch(candle -> candle.start().getEpochSecond() % 86_400 == 0);
        Duration shortest = Duration.ofDays(1);
        for (int i = 1; i < sorted.size(); i++) {
            Duration gap =
                    Duration.between(sorted.get(i - 1).start(), sorted.get(i).start());
            shortest = gap.isPositive() && gap.compareTo(shortest) < 0 ? gap : shortest;
        }
        return areDays ? Duration.ofDays(1) : sorted.size() < 2 ? Duration.ofMinutes(1) : shortest;
    }

    private void read(Candle candle, Duration interval) {
        LocalDate date = candle.start().atZone(ZoneOffset.UTC).toLocalDate();
        if (!context.wants(date)) {
            return;
        }
        if (candle.close().isNull() || candle.close().isMissingNode()) {
            reject(candle.line(), date, QuarantineReason.MISSING_VALUE, candle.raw(), "the candle has no close");
            return;
        }
        OptionalDouble open = WebNumbers.parse(candle.open());
        OptionalDouble high = WebNumbers.parse(candle.high());
        OptionalDouble low = WebNumbers.parse(candle.low());
        OptionalDouble close = WebNumbers.parse(candle.close());
        boolean isVolumeGiven =
                !candle.volume().isMissingNode() && !candle.volume().isNull();
        OptionalDouble volume = isVolumeGiven ? WebNumbers.parse(candle.volume()) : OptionalDouble.of(Double.NaN);
        if (open.isEmpty() || high.isEmpty() || low.isEmpty() || close.isEmpty() || volume.isEmpty()) {
            String detail = "open, high, low, close and volume must be numbers";
            reject(candle.line(), date, QuarantineReason.MALFORMED_LINE, candle.raw(), detail);
            return;
        }
        if (interval.equals(Duration.ofDays(1))) {
            DailyBar bar = new DailyBar(
                    date,
                    open.getAsDouble(),
                    high.getAsDouble(),
                    low.getAsDouble(),
                    close.getAsDouble(),
                    volume.getAsDouble(),
                    Double.NaN,
                    0);
            rows.bar(new Row<>(candle.line(), symbol, bar, () -> shown(candle.raw())));
        } else {
            Quote quote = new Quote(
                    candle.start(),
                    open.getAsDouble(),
                    high.getAsDouble(),
                    low.getAsDouble(),
                    close.getAsDouble(),
                    volume.getAsDouble(),
                    currency);
            rows.quote(new Row<>(candle.line(), symbol, quote, () -> shown(candle.raw())));
        }
    }

    private static String shown(JsonNode raw) {
        String text = raw.toString();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS);
    }
}
