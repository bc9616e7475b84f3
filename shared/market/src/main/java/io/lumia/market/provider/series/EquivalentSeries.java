package io.lumia.market.provider.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Series that two providers hold under different names: the same numbers in the same unit, so that one may stand in for
 * the other. From {@code equivalent-series.csv}; our name is the first column, FRED's id.
 */
public final class EquivalentSeries {

    private static final String RESOURCE = "equivalent-series.csv";
    private static final EquivalentSeries KNOWN = load();

    private final Map<String, String> idBySymbol = new HashMap<>();
    private final Map<String, String> symbolById = new HashMap<>();

    private EquivalentSeries(List<String> lines) {
        lines.stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .skip(1)
                .map(line -> line.split(",", 4))
                .forEach(fields -> {
                    idBySymbol.put(fields[1] + " " + fields[0], fields[2]);
                    symbolById.put(fields[2], fields[0]);
                });
    }

    /** The id under which a provider holds a series of ours, where it is one that we know to be the same. */
    public static Optional<String> idAt(String provider, String symbol) {
        return Optional.ofNullable(KNOWN.idBySymbol.get(provider + " " + symbol));
    }

    /** FRED's id of another provider's series, where it is one that we know to be the same. */
    public static Optional<String> fredIdOf(String id) {
        return Optional.ofNullable(KNOWN.symbolById.get(id));
    }

    private static EquivalentSeries load() {
        try (InputStream stream = EquivalentSeries.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new EquivalentSeries(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
