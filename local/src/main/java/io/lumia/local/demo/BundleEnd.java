package io.lumia.local.demo;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.time.Clocks;
import io.lumia.market.Dataset;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last day of a bundle's prices. Its as-of may be much later, and the last month is to be lived through with prices. */
final class BundleEnd {

    private static final Period USUAL_WINDOW = Period.ofDays(45);

    private final MarketDataProvider provider;
    private final String location;
    private final ProviderCatalog catalog;

    BundleEnd(MarketDataProvider provider, Path bundle) {
        this.provider = provider;
        this.location = bundle.toString();
        this.catalog = provider.catalog(location);
    }

    ProviderCatalog catalog() {
        return catalog;
    }

    /** Fails with MALFORMED_BUNDLE where there are no prices at all. */
    LocalDate lastDay() {
        LocalDate asOf = AsOf.of(catalog.source().asOf()).dateIn(Clocks.NEW_YORK);
        List<String> symbols = catalog.symbols().getOrDefault(Dataset.BARS, List.of());
        return lastBar(symbols, asOf.minus(USUAL_WINDOW), asOf)
                .or(() -> lastBar(symbols, null, asOf))
                .orElseThrow(() -> new AppException(
                        ErrorCode.MALFORMED_BUNDLE, "%s has no prices up to its as_of, %s".formatted(location, asOf)));
    }

    private Optional<LocalDate> lastBar(List<String> symbols, @Nullable LocalDate from, LocalDate to) {
        if (symbols.isEmpty()) {
            return Optional.empty();
        }
        if (provider.fetch(new ProviderRequest(location, Dataset.BARS, symbols, from, to)) instanceof Fetched fetched) {
            ParsedAnswer parsed = provider.read(fetched.answer());
            return parsed.bars().stream()
                    .map(row -> row.value().date())
                    .filter(date -> !date.isAfter(to))
                    .max(LocalDate::compareTo);
        }
        return Optional.empty();
    }
}
