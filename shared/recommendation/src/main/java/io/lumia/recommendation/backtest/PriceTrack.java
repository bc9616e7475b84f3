package io.lumia.recommendation.backtest;

import io.lumia.kernel.AppException;
import io.lumia.market.ActionKind;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.CorporateAction;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An asset's closes as traded and what happened to its shares: what trading and valuing need, and no decision sees.
 *
 * <p>An asset is dead after the last day of its life, or once no price came for {@value #MAX_SILENT_DAYS} days.
 */
public final class PriceTrack {

    /** Calendar days; the longest closure of US exchanges in a century was 4 months in 1914, in living memory 6 days. */
    public static final int MAX_SILENT_DAYS = 30;

    /** A smaller part of a price than this is the rounding of an adjusted close, not a dividend. */
    private static final double LEAST_IMPLIED = 5e-4;

    private final int[] epochDays;
    private final double[] closes;
    private final List<ShareEvent> events;
    private final @Nullable LocalDate lastDay;

    /**
     * @param epochDays ascending
     * @param closes    as traded, above zero
     * @param events    in any order; of one ex-date splits count first
     * @param lastDay   of its life; null where it still lives
     */
    public PriceTrack(int[] epochDays, double[] closes, List<ShareEvent> events, @Nullable LocalDate lastDay) {
        if (epochDays.length != closes.length) {
            throw AppException.invalid("number of closes", closes.length, epochDays.length + ", one per day");
        }
        this.epochDays = epochDays.clone();
        this.closes = closes.clone();
        this.events = events.stream()
                .sorted(Comparator.comparing(ShareEvent::exDate).thenComparing(PriceTrack::rank))
                .toList();
        this.lastDay = lastDay;
    }

    private static int rank(ShareEvent event) {
        return switch (event) {
            case ShareEvent.Split _ -> 0;
            case ShareEvent.Payment _ -> 1;
        };
    }

    /**
     * Of stored rows, whatever their sources had done to the prices; dividends in the units of their source. Where no source lists any, an
     * adjusted close that a source gives tells of them. Prices that are adjusted for dividends nobody lists stay so: their growth
     * is what a holder had.
     */
    public static PriceTrack of(StoredBars bars, List<StoredAction> actions, @Nullable LocalDate lastDay) {
        if (bars.bars().isEmpty()) {
            return new PriceTrack(new int[0], new double[0], List.of(), lastDay);
        }
        AdjustedPrices raw = PriceAdjuster.adjust(
                bars, actions, Adjustment.RAW, bars.bars().getLast().date());
        int[] days = Arrays.stream(raw.dates())
                .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                .toArray();
        PriceTrack prices = new PriceTrack(days, raw.closes(), List.of(), lastDay);
        List<ShareEvent> events = new Events(actions, prices).list();
        PriceTrack track = new PriceTrack(days, raw.closes(), events, lastDay);
        return isSilentOnDividends(bars, actions)
                ? new PriceTrack(days, raw.closes(), track.withImplied(events, bars, actions), lastDay)
                : track;
    }

    /** Whether no source lists dividends, but one has them in an adjusted close. */
    private static boolean isSilentOnDividends(StoredBars bars, List<StoredAction> actions) {
        return actions.stream().noneMatch(stored -> stored.action().kind() == ActionKind.DIVIDEND)
                && bars.bars().stream().anyMatch(bar -> !Double.isNaN(bar.adjClose()));
    }

    /** Adds what the ratio of adjusted close to close says was paid: the close before × the part by which that close was lowered. */
    private List<ShareEvent> withImplied(List<ShareEvent> events, StoredBars bars, List<StoredAction> actions) {
        LocalDate last = bars.bars().getLast().date();
        double[] splits =
                PriceAdjuster.adjust(bars, actions, Adjustment.SPLIT, last).closes();
        double[] totals =
                PriceAdjuster.adjust(bars, actions, Adjustment.ALL, last).closes();
        List<ShareEvent> all = new ArrayList<>(events);
        for (int i = 1; i < splits.length; i++) {
            double lowered = 1 - totals[i - 1] / splits[i - 1] * (splits[i] / totals[i]);
            LocalDate exDate = LocalDate.ofEpochDay(epochDays[i]);
            if (lowered > LEAST_IMPLIED) {
                double before = closes[i - 1] / splits(LocalDate.ofEpochDay(epochDays[i - 1]), exDate);
                all.add(new ShareEvent.Payment(exDate, before * lowered));
            }
        }
        return all;
    }

    /** Whether there is a close of the day itself. */
    public boolean tradesOn(LocalDate session) {
        int position = position(session);
        return position >= 0 && epochDays[position] == session.toEpochDay();
    }

    /** The last close up to a day, for a share as it is on that day; NaN where there is none. */
    public double closeOn(LocalDate session) {
        int position = position(session);
        if (position < 0) {
            return Double.NaN;
        }
        double close = closes[position];
        for (ShareEvent event : events(LocalDate.ofEpochDay(epochDays[position]), session)) {
            close /= newPerOld(event);
        }
        return close;
    }

    /** Ex after a day and up to another one, oldest first. */
    public List<ShareEvent> events(LocalDate after, LocalDate upTo) {
        return events.stream()
                .filter(event ->
                        event.exDate().isAfter(after) && !event.exDate().isAfter(upTo))
                .toList();
    }

    /** By how much a number of shares grows through splits between two days. */
    public double splits(LocalDate after, LocalDate upTo) {
        double factor = 1;
        for (ShareEvent event : events(after, upTo)) {
            factor *= newPerOld(event);
        }
        return factor;
    }

    /** Whether on the day it is known that there will be no more prices. */
    public boolean isDeadOn(LocalDate session) {
        if (lastDay != null && session.isAfter(lastDay)) {
            return true;
        }
        int position = position(session);
        return position < 0 || epochDays[position] + MAX_SILENT_DAYS < session.toEpochDay();
    }

    private static double newPerOld(ShareEvent event) {
        return switch (event) {
            case ShareEvent.Split split -> split.newPerOld();
            case ShareEvent.Payment _ -> 1;
        };
    }

    private int position(LocalDate session) {
        int found = Arrays.binarySearch(epochDays, Math.toIntExact(session.toEpochDay()));
        return found >= 0 ? found : -found - 2;
    }

    /** Makes events of actions as {@link PriceAdjuster} understands them: of two sources the first one's, of one and the same the sum. */
    private static final class Events {

        private record Key(LocalDate exDate, ActionKind kind) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                int byDate = exDate.compareTo(other.exDate);
                return byDate == 0 ? kind.compareTo(other.kind) : byDate;
            }
        }

        private final Map<Key, StoredAction> actions = new TreeMap<>();
        private final PriceTrack prices;

        Events(List<StoredAction> received, PriceTrack prices) {
            this.prices = prices;
            received.forEach(stored -> actions.merge(
                    new Key(stored.action().exDate(), stored.action().kind()), stored, Events::joined));
        }

        private static StoredAction joined(StoredAction first, StoredAction second) {
            CorporateAction one = first.action();
            boolean isSpecial =
                    one.kind() == ActionKind.DIVIDEND && first.source().equals(second.source());
            return isSpecial
                    ? new StoredAction(
                            new CorporateAction(
                                    one.exDate(),
                                    one.kind(),
                                    one.value() + second.action().value()),
                            first.source())
                    : first;
        }

        List<ShareEvent> list() {
            List<ShareEvent> events = new ArrayList<>();
            for (StoredAction stored : actions.values()) {
                CorporateAction action = stored.action();
                switch (action.kind()) {
                    case SPLIT -> events.add(new ShareEvent.Split(action.exDate(), action.value()));
                    case DIVIDEND ->
                        events.add(new ShareEvent.Payment(action.exDate(), action.value() * unitsSince(stored)));
                    case SPIN_OFF -> addSpinOff(events, action);
                }
            }
            return events;
        }

        /** The part was worth so much of what is left; sold at the close of the ex-date, if there is one. */
        private void addSpinOff(List<ShareEvent> events, CorporateAction action) {
            if (prices.tradesOn(action.exDate())) {
                events.add(new ShareEvent.Payment(
                        action.exDate(), prices.closeOn(action.exDate()) * (action.value() - 1)));
            }
        }

        /** Shares of the source's last known day that were one share on the ex-date. */
        private double unitsSince(StoredAction dividend) {
            Source source = dividend.source();
            LocalDate exDate = dividend.action().exDate();
            if (source.priceBasis() == PriceBasis.RAW) {
                return 1;
            }
            LocalDate known = source.asOf().atZone(ZoneOffset.UTC).toLocalDate();
            return known.isBefore(exDate) ? 1 / units(known, exDate) : units(exDate, known);
        }

        private double units(LocalDate after, LocalDate upTo) {
            return actions.values().stream()
                    .map(StoredAction::action)
                    .filter(action -> action.kind() != ActionKind.DIVIDEND)
                    .filter(action ->
                            action.exDate().isAfter(after) && !action.exDate().isAfter(upTo))
                    .mapToDouble(CorporateAction::value)
                    .reduce(1, (a, b) -> a * b);
        }
    }
}
