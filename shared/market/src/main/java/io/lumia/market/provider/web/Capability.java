package io.lumia.market.provider.web;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of fact that a provider has.
 *
 * @param types          for which assets
 * @param fields         what its rows hold, such as {@code open, high, low, close, volume}
 * @param firstDate      where its history begins at the earliest; null where it differs by symbol or is not known
 * @param reach          how far back from today it answers; null for all its history
 * @param symbolsPerCall how many symbols one request may be about
 * @param withActions    whether an answer about bars brings the corporate actions of the same days
 */
public record Capability(
        Dataset dataset,
        Set<AssetType> types,
        List<String> fields,
        @Nullable LocalDate firstDate,
        @Nullable Period reach,
        int symbolsPerCall,
        boolean withActions) {

    public Capability {
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
    }

    /** One symbol a call, all history, no actions. */
    public static Capability of(Dataset dataset, Set<AssetType> types, List<String> fields) {
        return new Capability(dataset, types, fields, null, null, 1, false);
    }

    public Capability from(LocalDate first) {
        return new Capability(dataset, types, fields, first, reach, symbolsPerCall, withActions);
    }

    public Capability reaching(Period back) {
        return new Capability(dataset, types, fields, firstDate, back, symbolsPerCall, withActions);
    }

    public Capability symbolsPerCall(int symbols) {
        return new Capability(dataset, types, fields, firstDate, reach, symbols, withActions);
    }

    public Capability bringingActions() {
        return new Capability(dataset, types, fields, firstDate, reach, symbolsPerCall, true);
    }
}
