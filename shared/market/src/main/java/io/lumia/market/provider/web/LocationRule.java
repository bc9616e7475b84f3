package io.lumia.market.provider.web;

import java.util.function.Predicate;

/**
 * Which sources a job of a provider may name.
 *
 * @param rule      whether a text names one
 * @param perSymbol whether a text that does names one for each symbol; otherwise it is read as a whole, whoever it is about
 * @param allowed   in words, for a person
 */
public record LocationRule(Predicate<String> rule, Predicate<String> perSymbol, String allowed) {

    /** A provider that is one source: there is nothing to name. */
    public static final LocationRule NONE =
            new LocationRule(String::isEmpty, String::isEmpty, "nothing for a provider of one source");

    /** Of sources that are read as a whole. */
    public LocationRule(Predicate<String> rule, String allowed) {
        this(rule, _ -> false, allowed);
    }

    public boolean allows(String location) {
        return rule.test(location);
    }

    /** Whether it is asked symbol by symbol, as a provider of one source is. */
    public boolean isPerSymbol(String location) {
        return perSymbol.test(location);
    }
}
