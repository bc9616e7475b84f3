package io.lumia.market.provider.bundle;

import io.lumia.market.Dataset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables a bundle may hold, each as {@code .csv} or {@code .csv.gz}. */
enum BundleFile {
    ASSETS(
            "assets",
            Dataset.ASSETS,
            List.of("symbol", "name", "asset_type"),
            List.of(
                    "exchange",
                    "currency",
                    "sector",
                    "industry",
                    "market_cap",
                    "cik",
                    "first_date",
                    "last_date",
                    "description"),
            null,
            true),
    SERIES("series", Dataset.ASSETS, List.of("id", "name", "asset_type", "unit", "frequency"), List.of(), null, true),
    BARS(
            "bars",
            Dataset.BARS,
            List.of("symbol", "date", "open", "high", "low", "close", "volume"),
            List.of("adj_close"),
            "date",
            false),
    ACTIONS("actions", Dataset.ACTIONS, List.of("symbol", "date", "kind", "value"), List.of(), "date", false),
    OBSERVATIONS("observations", Dataset.OBSERVATIONS, List.of("series", "date", "value"), List.of(), "date", false),
    FUNDAMENTALS(
            "fundamentals",
            Dataset.FUNDAMENTALS,
            List.of("symbol", "metric", "period_start", "period_end", "reported_at", "value", "currency"),
            List.of(),
            "reported_at",
            false),
    /** Asked for by days, not by symbols: a story may be about many. */
    ARTICLES(
            "articles",
            Dataset.ARTICLES,
            List.of("published_at", "symbols", "source", "kind", "title", "body", "url"),
            List.of(),
            "published_at",
            true);

    private final String baseName;
    private final Dataset dataset;
    private final List<String> required;
    private final List<String> optional;
    private final @Nullable String dateColumn;
    private final boolean prose;

    BundleFile(
            String baseName,
            Dataset dataset,
            List<String> required,
            List<String> optional,
            @Nullable String dateColumn,
            boolean prose) {
        this.baseName = baseName;
        this.dataset = dataset;
        this.required = required;
        this.optional = optional;
        this.dateColumn = dateColumn;
        this.prose = prose;
    }

    /** File name without its ending. */
    String baseName() {
        return baseName;
    }

    Dataset dataset() {
        return dataset;
    }

    List<String> required() {
        return required;
    }

    Set<String> known() {
        Set<String> known = new LinkedHashSet<>(required);
        known.addAll(optional);
        return known;
    }

    /** The column that says what a row is about. */
    String symbolColumn() {
        return switch (this) {
            case SERIES -> "id";
            case OBSERVATIONS -> "series";
            case ARTICLES -> "symbols";
            case ASSETS, BARS, ACTIONS, FUNDAMENTALS -> "symbol";
        };
    }

    /** The column by which rows are asked for, null where all are wanted always. */
    @Nullable
    String dateColumn() {
        return dateColumn;
    }

    /** Whether quoted fields may hold line ends. In files of numbers an open quote must not swallow the lines after it. */
    boolean prose() {
        return prose;
    }

    int maxRecordBytes() {
        return prose ? BundleLimits.MAX_PROSE_BYTES : BundleLimits.MAX_LINE_BYTES;
    }

    static List<BundleFile> of(Dataset dataset) {
        return java.util.Arrays.stream(values())
                .filter(file -> file.dataset == dataset)
                .toList();
    }
}
