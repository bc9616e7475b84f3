package io.lumia.market;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Adjusts prices on read, as of a day T; no action after T is in the result.
 *
 * <ul>
 *   <li>A source that is split-adjusted through B holds raw prices divided by the ratios of all later splits up to B;
 *       multiplying by those gives raw, dividing raw by the ratios up to T gives split-adjusted as of T.
 *   <li>A dividend D multiplies every earlier price by 1 − D / C, C being the close before the ex-date in the same
 *       share units (CRSP, Data Descriptions Guide, "Factor to Adjust Price"; Yahoo's Adj Close follows it).
 *   <li>From a fully adjusted price A the unadjusted one is won back from the newest dividend to the oldest:
 *       C = A / F + D, F being the product of the factors of the later dividends.
 *   <li>Where no dividend is known but the source gives its own adjusted close, its ratio to the close stands for the
 *       product of the factors.
 * </ul>
 *
 * <p>A dividend is per share as of its ex-date where its source is raw, else per share as of its source's as-of. Volume
 * moves inversely to price on a split, and not at all on a spin-off or dividend.
 */
public final class PriceAdjuster {

    /** A close further back than this is not the price on which a dividend was paid. */
    private static final int MAX_DAYS_BEFORE_EX_DATE = 30;

    private final List<DailyBar> bars;
    private final List<Source> sources;
    private final Adjustment adjustment;
    private final LocalDate asOf;
    private final ShareUnits units;
    private final List<StoredAction> dividends;
    private final List<String> warnings = new ArrayList<>();
    private final List<CorporateAction> appliedDividends = new ArrayList<>();
    private boolean reconstructed;

    private PriceAdjuster(StoredBars stored, List<StoredAction> actions, Adjustment adjustment, LocalDate asOf) {
        this.bars = stored.bars();
        this.sources = stored.sources();
        this.adjustment = adjustment;
        this.asOf = asOf;
        ActionList list = new ActionList(actions);
        this.units = new ShareUnits(list.shareEvents());
        this.dividends = list.dividends();
        warnings.addAll(list.warnings());
    }

    /**
     * @param stored  oldest first, through the last session up to {@code asOf}, or the dividends after the last bar have
     *     no close to relate to: cut to the wanted range afterwards. Later bars are used only to undo what a fully
     *     adjusted source did for dividends after {@code asOf}, and are not returned.
     * @param actions all known ones: those after {@code asOf} are used only to undo what a source already did
     */
    public static AdjustedPrices adjust(
            StoredBars stored, List<StoredAction> actions, Adjustment adjustment, LocalDate asOf) {
        return new PriceAdjuster(stored, actions, adjustment, asOf).adjusted();
    }

    private AdjustedPrices adjusted() {
        int size = countUpToAsOf();
        double[] dividendFactor = dividendFactors(size);
        double[] priceFactor = new double[size];
        double[] volumeFactor = new double[size];
        int events = -1;
        for (int i = 0; i < size; i++) {
            LocalDate date = bars.get(i).date();
            int eventsAfter = units.countAfter(date);
            if (eventsAfter == events && sources.get(i).equals(sources.get(i - 1))) {
                priceFactor[i] = priceFactor[i - 1];
                volumeFactor[i] = volumeFactor[i - 1];
            } else {
                LocalDate from = unitDate(i);
                LocalDate to = adjustment == Adjustment.RAW ? date : asOf;
                priceFactor[i] = units.priceRatio(to, from);
                volumeFactor[i] = units.volumeRatio(from, to);
            }
            events = eventsAfter;
        }
        for (int i = 0; i < size; i++) {
            priceFactor[i] *= dividendFactor[i];
        }
        return new AdjustedPrices(notes(size), bars, priceFactor, volumeFactor);
    }

    private int countUpToAsOf() {
        int size = bars.size();
        while (size > 0 && bars.get(size - 1).date().isAfter(asOf)) {
            size--;
        }
        return size;
    }

    /** The day in whose share units a bar's prices are. */
    private LocalDate unitDate(int index) {
        return unitDate(sources.get(index), bars.get(index).date());
    }

    /** The day in whose share units a source has the price of a day. */
    static LocalDate unitDate(Source source, LocalDate date) {
        return source.priceBasis() == PriceBasis.RAW ? date : lastKnown(source);
    }

    static LocalDate lastKnown(Source source) {
        return source.asOf().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Per bar what turns the received price's dividend adjustment into the one asked for; share units are not its matter. */
    private double[] dividendFactors(int size) {
        boolean fullyAdjusted = sources.stream().anyMatch(source -> source.priceBasis() == PriceBasis.FULLY_ADJUSTED);
        if (adjustment != Adjustment.ALL && !fullyAdjusted) {
            return ones(size);
        }
        if (dividends.isEmpty()) {
            return withoutDividends(size, fullyAdjusted);
        }
        return walkBack(size);
    }

    private double[] withoutDividends(int size, boolean fullyAdjusted) {
        if (adjustment == Adjustment.ALL) {
            return AdjustedCloses.factors(bars.subList(0, size), sources, units, warnings);
        }
        if (fullyAdjusted) {
            warnings.add(
                    "the source is fully_adjusted and no dividends are known: prices are still reduced by dividends");
        }
        return ones(size);
    }

    /**
     * From the newest bar to the oldest, collecting the factors of the dividends passed. {@code later} is their product
     * over all dividends after the bar; divided by its value at a day it is the product up to that day.
     */
    private double[] walkBack(int size) {
        double[] factors = ones(size);
        Products products = new Products();
        int next = dividends.size() - 1;
        for (int i = bars.size() - 1; i >= 0; i--) {
            LocalDate date = bars.get(i).date();
            while (next >= 0 && dividends.get(next).action().exDate().isAfter(date)) {
                products.pass(dividends.get(next), i);
                next--;
            }
            if (i < size) {
                factors[i] = products.factor(i);
            }
        }
        return factors;
    }

    private AdjustedPrices.Notes notes(int size) {
        Set<PriceBasis> bases = EnumSet.noneOf(PriceBasis.class);
        sources.subList(0, size).forEach(source -> bases.add(source.priceBasis()));
        if (bases.size() > 1) {
            warnings.add("prices of sources with different bases are joined: " + bases);
        }
        List<CorporateAction> applied = new ArrayList<>(units.used());
        applied.addAll(appliedDividends);
        applied.sort(Comparator.comparing(CorporateAction::exDate).thenComparing(CorporateAction::kind));
        return new AdjustedPrices.Notes(adjustment, bases, asOf, applied, reconstructed, warnings);
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The running products of dividend factors on the way back in time. */
    private final class Products {

        private double later = 1;
        private double laterThanAsOf = 1;
        private final Map<LocalDate, Double> laterThan = new HashMap<>();

        Products() {
            for (Source source : Set.copyOf(sources)) {
                if (source.priceBasis() == PriceBasis.FULLY_ADJUSTED) {
                    laterThan.put(lastKnown(source), 1.0);
                }
            }
        }

        /** Takes in a dividend whose last close before its ex-date is that of the bar. */
        void pass(StoredAction dividend, int index) {
            LocalDate exDate = dividend.action().exDate();
            if (!isNeeded(exDate)) {
                return;
            }
            double factor = factorOf(dividend, index);
            later *= factor;
            if (exDate.isAfter(asOf)) {
                laterThanAsOf *= factor;
            }
            laterThan.replaceAll((day, product) -> exDate.isAfter(day) ? product * factor : product);
        }

        double factor(int index) {
            boolean received = sources.get(index).priceBasis() == PriceBasis.FULLY_ADJUSTED;
            boolean wanted = adjustment == Adjustment.ALL;
            double inPrice = received ? inReceived(sources.get(index)) : 1;
            double factor = (wanted ? later / laterThanAsOf : 1) / inPrice;
            reconstructed |= received && factor != 1;
            return factor;
        }

        /** The product of the factors that a fully adjusted source has in its prices before the bar. */
        private double inReceived(Source source) {
            return later / laterThan.getOrDefault(lastKnown(source), 1.0);
        }

        private boolean isNeeded(LocalDate exDate) {
            return !exDate.isAfter(asOf)
                    || laterThan.keySet().stream().anyMatch(lastKnown -> !exDate.isAfter(lastKnown));
        }

        private double factorOf(StoredAction dividend, int index) {
            CorporateAction action = dividend.action();
            DailyBar before = bars.get(index);
            if (action.exDate().isAfter(asOf) && index == bars.size() - 1) {
                warnings.add("prices still carry the dividend of %s, after %s: returns are right, the level is not"
                        .formatted(action.exDate(), asOf));
                return 1;
            }
            if (before.date().plusDays(MAX_DAYS_BEFORE_EX_DATE).isBefore(action.exDate())) {
                warnings.add("dividend of %s not applied: the last close before it is of %s"
                        .formatted(action.exDate(), before.date()));
                return 1;
            }
            double amount = action.value() / units.priceRatio(unitDate(dividend.source(), action.exDate()), asOf);
            double close = before.close() / units.priceRatio(unitDate(index), asOf);
            if (sources.get(index).priceBasis() == PriceBasis.FULLY_ADJUSTED) {
                double inPrice = inReceived(sources.get(index));
                boolean reduced = !action.exDate().isAfter(lastKnown(sources.get(index)));
                close = close / inPrice + (reduced ? amount : 0);
            }
            if (!(amount < close)) {
                warnings.add("dividend of %s not applied: %s is not below the close before it, %s"
                        .formatted(action.exDate(), amount, close));
                return 1;
            }
            appliedDividends.add(action);
            return 1 - amount / close;
        }
    }
}
