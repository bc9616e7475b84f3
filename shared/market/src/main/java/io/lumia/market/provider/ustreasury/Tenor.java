package io.lumia.market.provider.ustreasury;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A maturity of the curve. Our symbols are FRED's ids of the same series; FRED has none for 1.5, 2 and 4 months, whose
 * names follow the pattern. The Treasury added the 2 months in October 2018, 4 months in October 2022 and 1.5 months in
 * February 2025.
 */
enum Tenor {
    MONTH_1("BC_1MONTH", "1M", "DGS1MO"),
    MONTH_1_5("BC_1_5MONTH", "1.5M", "DGS1MO15"),
    MONTH_2("BC_2MONTH", "2M", "DGS2MO"),
    MONTH_3("BC_3MONTH", "3M", "DGS3MO"),
    MONTH_4("BC_4MONTH", "4M", "DGS4MO"),
    MONTH_6("BC_6MONTH", "6M", "DGS6MO"),
    YEAR_1("BC_1YEAR", "1Y", "DGS1"),
    YEAR_2("BC_2YEAR", "2Y", "DGS2"),
    YEAR_3("BC_3YEAR", "3Y", "DGS3"),
    YEAR_5("BC_5YEAR", "5Y", "DGS5"),
    YEAR_7("BC_7YEAR", "7Y", "DGS7"),
    YEAR_10("BC_10YEAR", "10Y", "DGS10"),
    YEAR_20("BC_20YEAR", "20Y", "DGS20"),
    YEAR_30("BC_30YEAR", "30Y", "DGS30");

    /** {@code 1 Mo}, {@code 1.5 Month}, {@code 10 Yr}. */
    private static final Pattern COLUMN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(M|Y)(o|onth|r|ear)?s?\\.?");

    private final String property;
    private final String length;
    private final String symbol;

    Tenor(String property, String length, String symbol) {
        this.property = property;
        this.length = length;
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    static Optional<Tenor> ofProperty(String name) {
        return Arrays.stream(values())
                .filter(tenor -> tenor.property.equals(name))
                .findFirst();
    }

    /** By the CSV's column, which has been {@code 1 Mo} and {@code 1.5 Month}. */
    static Optional<Tenor> ofColumn(String name) {
        Matcher matcher = COLUMN.matcher(name.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String length = matcher.group(1) + matcher.group(2);
        return Arrays.stream(values())
                .filter(tenor -> tenor.length.equals(length))
                .findFirst();
    }

    /** Whether a column is named like a maturity, known or not. */
    static boolean looksLikeColumn(String name) {
        return COLUMN.matcher(name.strip()).matches();
    }

    static boolean isSymbol(String symbol) {
        return Arrays.stream(values()).anyMatch(tenor -> tenor.symbol.equals(symbol));
    }
}
