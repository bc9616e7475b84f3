package io.lumia.news.link;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset as the linker knows it.
 *
 * @param assetType   as in the asset table: stock, etf; kept for callers, no rule reads it
 * @param exchangeMic ISO 10383, where known: (TSX: T) is not the T of New York
 * @param tickers     all it ever traded under, with their days
 * @param names       its names of today and before, as registered ("Apple Inc. Common Stock"), with their days
 * @param cik         the SEC's number of the company; assets of one CIK are one company. Without it, equal names are
 */
public record KnownAsset(
        AssetId assetId,
        String assetType,
        @Nullable String exchangeMic,
        List<Ticker> tickers,
        List<KnownName> names,
        @Nullable String cik) {

    public KnownAsset {
        tickers = List.copyOf(tickers);
        names = List.copyOf(names);
        if (tickers.isEmpty() && names.isEmpty()) {
            throw AppException.invalid("asset " + assetId, "no ticker, no name", "at least one of them");
        }
    }

    /** A symbol as people write it, {@code BRK.B}, and the days on which it meant this asset. */
    public record Ticker(String symbol, Validity validity) {

        public Ticker(String symbol, @Nullable LocalDate from, @Nullable LocalDate to) {
            this(symbol, new Validity(from, to));
        }

        public Ticker {
            if (symbol.isBlank()) {
                throw AppException.invalid("ticker", symbol, "a symbol such as AAPL");
            }
        }
    }

    /** A registered name and the days on which the company bore it. */
    public record KnownName(String name, Validity validity) {

        public KnownName(String name, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
            this(name, new Validity(validFrom, validTo));
        }

        public KnownName {
            if (name.isBlank()) {
                throw AppException.invalid("name", name, "a company's name such as Apple Inc.");
            }
        }
    }
}
