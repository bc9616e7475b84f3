package io.lumia.signals.sentiment;

import io.lumia.kernel.AppException;
import io.lumia.market.ArticleKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much a source counts, from 0 to 1: {@code source-credibility.csv} beside this class, a judgement of ours that anyone can
 * read and change. The first of publisher, provider and kind that is listed decides; each kind is.
 */
public final class SourceCredibility {

    private static final String FILE = "source-credibility.csv";
    private static final int COLUMNS = 4;

    private final Map<String, Double> weights;

    private SourceCredibility(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** The list that ships. */
    public static SourceCredibility builtIn() {
        try (InputStream file = SourceCredibility.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return of(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lines {@code what,name,weight,why}; the first is the header, those that begin with # are remarks */
    static SourceCredibility of(List<String> lines) {
        Map<String, Double> weights = new HashMap<>();
        lines.stream().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
            String[] cells = line.split(",", COLUMNS);
            double weight = cells.length == COLUMNS ? Double.parseDouble(cells[2]) : Double.NaN;
            if (!(weight >= 0 && weight <= 1)) {
                throw AppException.invalid(FILE, line, "what,name,weight from 0 to 1,why");
            }
            weights.put(key(cells[0], cells[1]), weight);
        });
        for (ArticleKind kind : ArticleKind.values()) {
            if (!weights.containsKey(key("kind", kind.code()))) {
                throw AppException.invalid(FILE, "no line for kind " + kind.code(), "one for each kind");
            }
        }
        return new SourceCredibility(weights);
    }

    public double of(String publisher, String provider, ArticleKind kind) {
        Double known = weights.get(key("publisher", publisher));
        if (known == null) {
            known = weights.get(key("provider", provider));
        }
        return known == null ? weights.getOrDefault(key("kind", kind.code()), 0.0) : known;
    }

    private static String key(String what, String name) {
        return what + " " + name.strip().toLowerCase(Locale.ROOT);
    }
}
