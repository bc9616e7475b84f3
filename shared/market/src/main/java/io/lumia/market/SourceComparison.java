package io.lumia.market;

import java.time.LocalDate;
import java.util.List;

/**
 * Holds the closes of two sources for one day against each other. They are brought to the same share units first, by the
 * splits and spin-offs that our books know; a close that one source has reduced by dividends the other has not taken out
 * cannot be compared.
 */
public final class SourceComparison {

    /** An official close and a last trade, or two roundings of a split: relative. */
    public static final double STOCK_TOLERANCE = 0.005;

    /** A net asset value is one number; at 10 dollars half a cent of rounding is 0.0005. */
    public static final double FUND_TOLERANCE = 0.001;

    /** The fixings of one central bank, crossed and rounded, or two ends of a day. */
    public static final double CURRENCY_TOLERANCE = 0.005;

    /** Venues trade apart by a little, and their days end on different trades. */
    public static final double CRYPTO_TOLERANCE = 0.01;

    /** A settlement and a spot price, two roundings of a yield. */
    public static final double OTHER_TOLERANCE = 0.02;

    private SourceComparison() {}

    /** The largest relative difference of two closes that still agree. */
    public static double tolerance(AssetType type) {
        return switch (type) {
            case STOCK, ETF, INDEX -> STOCK_TOLERANCE;
            case MUTUAL_FUND -> FUND_TOLERANCE;
            case FOREX -> CURRENCY_TOLERANCE;
            case CRYPTO -> CRYPTO_TOLERANCE;
            case BOND, COMMODITY, ECONOMIC_INDICATOR -> OTHER_TOLERANCE;
        };
    }

    /** A close as received. */
    public record Close(double value, Source source) {}

    /** The difference divided by the larger of both, in the same units; NaN where they cannot be compared. */
    public static double relativeDifference(LocalDate date, Close one, Close other, List<CorporateAction> actions) {
        if (dividendsTakenOut(date, one.source(), actions) != dividendsTakenOut(date, other.source(), actions)) {
            return Double.NaN;
        }
        double inSameUnits = other.value() / priceRatio(date, other.source(), one.source(), actions);
        double larger = Math.max(Math.abs(one.value()), Math.abs(inSameUnits));
        return larger == 0 ? 0 : Math.abs(one.value() - inSameUnits) / larger;
    }

    /** A bar in the share units in which another source has the prices of its day; dividends stay as they are. */
    public static DailyBar inUnitsOf(Source wanted, DailyBar bar, Source source, List<CorporateAction> actions) {
        ShareUnits units = units(actions);
        LocalDate from = PriceAdjuster.unitDate(source, bar.date());
        LocalDate to = PriceAdjuster.unitDate(wanted, bar.date());
        double price = units.priceRatio(from, to);
        double volume = units.volumeRatio(from, to);
        return price == 1 && volume == 1
                ? bar
                : new DailyBar(
                        bar.date(),
                        bar.open() / price,
                        bar.high() / price,
                        bar.low() / price,
                        bar.close() / price,
                        bar.volume() * volume,
                        bar.adjClose(),
                        bar.flags());
    }

    private static double priceRatio(LocalDate date, Source from, Source to, List<CorporateAction> actions) {
        return units(actions).priceRatio(PriceAdjuster.unitDate(from, date), PriceAdjuster.unitDate(to, date));
    }

    private static ShareUnits units(List<CorporateAction> actions) {
        return new ShareUnits(actions.stream()
                .filter(action -> action.kind() != ActionKind.DIVIDEND)
                .toList());
    }

    private static long dividendsTakenOut(LocalDate date, Source source, List<CorporateAction> actions) {
        return source.priceBasis() == PriceBasis.FULLY_ADJUSTED
                ? actions.stream()
                        .filter(action -> action.kind() == ActionKind.DIVIDEND)
                        .filter(action -> action.exDate().isAfter(date)
                                && !action.exDate().isAfter(PriceAdjuster.lastKnown(source)))
                        .count()
                : 0;
    }
}
