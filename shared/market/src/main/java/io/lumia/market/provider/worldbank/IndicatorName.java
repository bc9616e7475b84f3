package io.lumia.market.provider.worldbank;

import io.lumia.market.provider.series.EquivalentSeries;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An indicator of a country. In our spelling {@code NY.GDP.MKTP.CD:JPN}; without a country it is about the United States.
 *
 * @param id      the World Bank's
 * @param country ISO 3166 code of three letters, or the World Bank's of a region such as {@code EUU}
 * @param named   whether the symbol names the country
 */
record IndicatorName(String id, String country, boolean named) {

    static final String DEFAULT_COUNTRY = "USA";

    private static final Pattern SYMBOL = Pattern.compile("([A-Z]{2,3}(?:\\.[A-Z0-9]{1,8}){2,6})(?::([A-Z0-9]{2,3}))?");

    /** Empty where a symbol is no indicator and not known to be the same as one. */
    static Optional<IndicatorName> parse(String symbol) {
        Matcher matcher =
                SYMBOL.matcher(EquivalentSeries.idAt("worldbank", symbol).orElse(symbol));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean named = matcher.group(2) != null;
        return Optional.of(new IndicatorName(matcher.group(1), named ? matcher.group(2) : DEFAULT_COUNTRY, named));
    }

    /** The symbol of an indicator and a country, as short as possible. */
    static String symbol(String id, String country) {
        return country.equals(DEFAULT_COUNTRY) || country.equals("US") || country.isEmpty() ? id : id + ":" + country;
    }
}
