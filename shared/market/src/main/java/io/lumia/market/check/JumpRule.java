package io.lumia.market.check;

import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.QuarantineReason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a close can follow on the accepted closes before it. Moves are logs of close over last accepted close.
 *
 * <p><b>Bound.</b> {@link #DEVIATIONS} robust standard deviations of the moves in the window (1.4826 times the median of
 * their absolute values, Rousseeuw and Croux, 1993; days without a move left out, else a rarely traded stock would have
 * none), but at least {@link #LEAST_BOUND}; times the root of the sessions that the move had time for, of which at most
 * {@link #MOST_SESSIONS} count. A stock that is traded daily had time on sessions of which we have no row at all; on those
 * whose rows wait in quarantine its price was seen and did not come from the old one. What trades rarely or has no volume
 * had time on all.
 *
 * <p><b>Explanations</b> of a move beyond the bound. (1) An action: what is left of the move is within the bound. (2) The
 * day's own range reaches back to the last close, and the move is at most {@link #LARGEST_WALK}: a price that walked
 * there. (3) Volume on the first day after the last accepted bar: times the usual one, it is at least the factor by which
 * the price changed, in units and in money; up to {@link #LARGEST_MOVE}, and not if the factor is a plain split ratio and
 * the money traded is near the usual, which is what a split looks like that nobody told us of.
 *
 * <p><b>What follows from it.</b> A single bad tick is refused, and the next good price follows on the one before it. A
 * thinly traded price that really moved is accepted after a few sessions, since the bound widens. A change of scale in a
 * stock that is traded daily waits in quarantine and is told of ({@link Finding.Kind#LEVEL_SHIFT}), until an action
 * explains it, or until it has lasted {@link #CONFIRMING_ROWS} rows: then the new scale is the asset's and the bars before
 * are refused. So a living asset is never without bars for long, and no series ever holds two scales.
 */
final class JumpRule {

    /** Accepted bars in the window. */
    static final int WINDOW_BARS = 61;

    /** From here on rows that wait in quarantine are told of. */
    static final int SHIFT_ROWS = 5;

    /** A quarter of a year on another scale is no error. */
    static final int CONFIRMING_ROWS = 60;

    /** A move of 65 % up or 39 % down is never doubted; the 2020 crash had liquid stocks at 34 % on little more than usual volume. */
    static final double LEAST_BOUND = 0.5;

    static final double DEVIATIONS = 12;

    /** The bound widens up to a month. */
    static final int MOST_SESSIONS = 20;

    /** A factor of 2.5. */
    static final double LARGEST_WALK = 0.92;

    /** A factor of 25: nothing that was traded on both days has gone further. */
    static final double LARGEST_MOVE = 3.22;

    /** After so many sessions without a bar, a price on another scale is another company's. */
    static final int OTHER_COMPANY_SESSIONS = 60;

    /** A factor of 4. */
    static final double OTHER_COMPANY_MOVE = 1.386;

    /** An opening price this far from a few flat bars before it makes them suspect: a half up. */
    static final double BEFORE_LISTING_MOVE = 0.405;

    /** So few bars before a listing can be bogus. */
    static final int BEFORE_LISTING_BARS = 5;

    /** Bogus bars traded less than this part of the first day's volume. */
    static final double BEFORE_LISTING_VOLUME = 0.01;

    /** A first day of trading has a market. */
    static final double LISTING_VOLUME = 1_000;

    /** With fewer moves in the window their median says nothing. */
    private static final int LEAST_MOVES = 10;

    /** Share of days with volume from which on a stock counts as traded daily. */
    private static final double TRADED_DAILY = 0.9;

    /** Below the smallest bound, so that most bars need no look at the window. */
    private static final double CERTAINLY_USUAL_UP = 1.49;

    private static final double CERTAINLY_USUAL_DOWN = 0.67;

    private static final int MOST_DAYS_COUNTED = 400;
    private static final double NORMAL_CONSISTENCY = 1.4826;
    private static final double SPLIT_RATIO_TOLERANCE = 0.04;
    private static final double SPLIT_MONEY = 4;
    private static final double[] SPLIT_RATIOS = {1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25};

    private final AssetDefinition asset;
    private final ExchangeCalendar calendar;
    private final ExpectedMoves expectedMoves;

    JumpRule(AssetDefinition asset, ExchangeCalendar calendar, ExpectedMoves expectedMoves) {
        this.asset = asset;
        this.calendar = calendar;
        this.expectedMoves = expectedMoves;
    }

    /** What is to be done with a bar. */
    sealed interface Verdict {}

    /** The price follows on the ones before. */
    record Usual() implements Verdict {}

    /** A large move that has an explanation. */
    record Explained() implements Verdict {}

    /** A large move that has none. */
    record Unexplained(String detail) implements Verdict {}

    /** Not this bar is wrong but all those before it. */
    record EarlierIsBogus(QuarantineReason reason, String detail) implements Verdict {}

    private static final Verdict USUAL = new Usual();
    private static final Verdict EXPLAINED = new Explained();

    /**
     * @param history accepted bars, oldest first
     * @param waiting rows after the last accepted bar that were refused as unexplained
     */
    Verdict judge(List<DailyBar> history, DailyBar bar, int waiting) {
        if (history.isEmpty()) {
            return USUAL;
        }
        DailyBar last = history.getLast();
        if (!(last.close() > 0 && bar.close() > 0)) {
            return last.close() == bar.close() ? USUAL : EXPLAINED;
        }
        double factor = bar.close() / last.close();
        double expected = expectedMoves.between(last.date(), bar.date(), last.close());
        boolean small = factor < CERTAINLY_USUAL_UP && factor > CERTAINLY_USUAL_DOWN;
        return small && expected == 0 ? USUAL : judgeMove(history, bar, expected, waiting);
    }

    private Verdict judgeMove(List<DailyBar> history, DailyBar bar, double expected, int waiting) {
        DailyBar last = history.getLast();
        double move = Math.log(bar.close() / last.close());
        double unexplained = move - expected;
        int sessions = sessionsBetween(last.date(), bar.date());
        int absent = Math.max(0, sessions - 1 - waiting);
        Window window = new Window(history);
        if (window.reachesBelowZero()) {
            return EXPLAINED;
        }
        boolean tradedDaily = isShare() && window.isTradedDaily();
        int hadTime = Math.min(MOST_SESSIONS, tradedDaily ? 1 + absent : sessions);
        double bound = Math.min(LARGEST_MOVE, window.bound() * Math.sqrt(hadTime));
        String detail = detail(bar, last, sessions, unexplained, bound);
        if (asset.firstDate() == null && isBeforeListing(history, bar, unexplained)) {
            return new EarlierIsBogus(
                    QuarantineReason.BEFORE_LISTING,
                    "a price before the first day of trading, %s; %s".formatted(bar.date(), detail));
        }
        if (Math.abs(unexplained) <= bound) {
            return Math.abs(move) <= window.bound() ? USUAL : EXPLAINED;
        }
        if (asset.firstDate() == null
                && absent >= OTHER_COMPANY_SESSIONS
                && Math.abs(unexplained) > OTHER_COMPANY_MOVE) {
            return new EarlierIsBogus(
                    QuarantineReason.OUTSIDE_ASSET_LIFE,
                    "another company of the same ticker: the next bar is of %s; %s".formatted(bar.date(), detail));
        }
        if (walkedThere(last, bar, unexplained)
                || ((waiting == 0 || !tradedDaily) && window.volumeExplains(bar, unexplained))) {
            return EXPLAINED;
        }
        if (waiting >= CONFIRMING_ROWS) {
            return new EarlierIsBogus(
                    QuarantineReason.UNEXPLAINED_JUMP,
                    "on another scale than the prices for %d sessions now; %s".formatted(sessions, detail));
        }
        return new Unexplained(detail);
    }

    private boolean isShare() {
        return asset.type() == AssetType.STOCK || asset.type() == AssetType.ETF;
    }

    private static String detail(DailyBar bar, DailyBar last, int sessions, double unexplained, double bound) {
        return "close %s after %s on %s, %d session(s) before: a factor of %.4g that no action explains; allowed without volume: %.3g"
                .formatted(bar.close(), last.close(), last.date(), sessions, Math.exp(unexplained), Math.exp(bound));
    }

    private int sessionsBetween(LocalDate from, LocalDate to) {
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS_COUNTED) {
            return MOST_DAYS_COUNTED;
        }
        int sessions = 0;
        for (LocalDate date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
            sessions += calendar.isSession(date) ? 1 : 0;
        }
        return Math.max(1, sessions);
    }

    /** All there is are a few flat bars with hardly any volume, and now a market opens. */
    private static boolean isBeforeListing(List<DailyBar> history, DailyBar bar, double move) {
        boolean opens = bar.volume() >= LISTING_VOLUME && Math.abs(move) >= BEFORE_LISTING_MOVE;
        if (!opens || history.size() > BEFORE_LISTING_BARS) {
            return false;
        }
        for (DailyBar earlier : history) {
            boolean flat = earlier.low() == earlier.high();
            if (!flat || !(earlier.volume() <= BEFORE_LISTING_VOLUME * bar.volume())) {
                return false;
            }
        }
        return true;
    }

    private static boolean walkedThere(DailyBar last, DailyBar bar, double move) {
        return Math.abs(move) <= LARGEST_WALK && bar.low() <= last.close() && last.close() <= bar.high();
    }

    /** The accepted bars that a bar is held against. */
    private static final class Window {

        private final List<DailyBar> bars;

        Window(List<DailyBar> history) {
            this.bars = history.subList(Math.max(0, history.size() - WINDOW_BARS), history.size());
        }

        double bound() {
            double[] moves = new double[bars.size()];
            int count = 0;
            for (int i = 1; i < bars.size(); i++) {
                double before = bars.get(i - 1).close();
                double close = bars.get(i).close();
                if (before > 0 && close > 0 && close != before) {
                    moves[count++] = Math.abs(Math.log(close / before));
                }
            }
            double deviation = count < LEAST_MOVES ? 0 : NORMAL_CONSISTENCY * median(moves, count);
            return Math.max(LEAST_BOUND, DEVIATIONS * deviation);
        }

        /** Where a price has been below zero its factors say nothing. */
        boolean reachesBelowZero() {
            return bars.stream().anyMatch(bar -> bar.close() <= 0);
        }

        boolean isTradedDaily() {
            long traded = bars.stream().filter(bar -> bar.volume() > 0).count();
            return bars.size() >= LEAST_MOVES && traded >= TRADED_DAILY * bars.size();
        }

        boolean volumeExplains(DailyBar bar, double move) {
            double usual = usualVolume();
            if (!(bar.volume() > 0) || Double.isNaN(usual) || Math.abs(move) > LARGEST_MOVE) {
                return false;
            }
            double units = bar.volume() / usual;
            double money = units * Math.exp(move);
            double needed = Math.exp(Math.abs(move));
            return units >= needed && money >= needed && !(money < SPLIT_MONEY && isSplitRatio(needed));
        }

        /** Median of the days on which something was traded, NaN if there are none. */
        private double usualVolume() {
            double[] volumes = new double[bars.size()];
            int count = 0;
            for (DailyBar bar : bars) {
                if (bar.volume() > 0) {
                    volumes[count++] = bar.volume();
                }
            }
            return count == 0 ? Double.NaN : median(volumes, count);
        }

        private static boolean isSplitRatio(double factor) {
            for (double ratio : SPLIT_RATIOS) {
                if (Math.abs(factor / ratio - 1) <= SPLIT_RATIO_TOLERANCE) {
                    return true;
                }
            }
            return false;
        }

        private static double median(double[] values, int count) {
            double[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
        }
    }
}
