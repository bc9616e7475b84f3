package io.lumia.infra.cost;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * List prices of one region, in US dollars.
 *
 * @param writtenOn when they were written down, which says nothing of whether they are right
 * @param source    where they come from, in words
 * @param prices    by item
 */
public record PriceTable(String region, LocalDate writtenOn, String source, Map<String, Price> prices) {

    private static final Pattern WRITTEN_ON = Pattern.compile("Written down on (\\d{4}-\\d{2}-\\d{2})\\.");
    private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: (.+)\\.$");
    private static final String HEADER = "item,dollars,unit,free";
    private static final int COLUMNS = 4;

    public PriceTable {
        prices = Map.copyOf(prices);
    }

    /**
     * Of one unit.
     *
     * @param free units a month that cost nothing
     */
    public record Price(double dollars, String unit, double free) {

        /** Of so many units in a month. */
        public double of(double units) {
            return Math.max(0, units - free) * dollars;
        }
    }

    /** The table that ships; its first lines say where its numbers come from. */
    public static PriceTable ofUsEast1() {
        String file = "us-east-1.csv";
        try (InputStream content = Objects.requireNonNull(PriceTable.class.getResourceAsStream(file), file)) {
            return parse("us-east-1", new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Lines that begin with {@code #} are remarks, which say when they were written down and where they come from. */
    public static PriceTable parse(String region, String text) {
        Matcher date = WRITTEN_ON.matcher(text);
        Matcher source = SOURCE.matcher(text);
        if (!date.find() || !source.find()) {
            throw AppException.invalid(
                    "price table of " + region,
                    "without date or source",
                    "remarks 'Written down on YYYY-MM-DD.' and '# Source: … .'");
        }
        Map<String, Price> prices = new HashMap<>();
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw AppException.invalid("header of the price table", lines.isEmpty() ? "" : lines.getFirst(), HEADER);
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != COLUMNS || prices.put(cells[0], price(line, cells)) != null) {
                throw AppException.invalid("line of the price table", line, "an item once, with " + HEADER);
            }
        }
        return new PriceTable(region, LocalDate.parse(date.group(1)), source.group(1), prices);
    }

    private static Price price(String line, String[] cells) {
        try {
            return new Price(Double.parseDouble(cells[1]), cells[2], Double.parseDouble(cells[3]));
        } catch (NumberFormatException e) {
            throw new AppException(
                    ErrorCode.INVALID_INPUT, "line of the price table is '%s'; allowed: numbers".formatted(line), e);
        }
    }

    /** Of one unit, free or not. */
    double dollars(String item) {
        return get(item).dollars();
    }

    Price get(String item) {
        Price price = prices.get(item);
        if (price == null) {
            throw AppException.invalid("price of", item, "one of " + prices.keySet());
        }
        return price;
    }
}
