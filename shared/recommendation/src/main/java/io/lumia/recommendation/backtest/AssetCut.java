package io.lumia.recommendation.backtest;

import io.lumia.kernel.AsOf;
import io.lumia.market.ActionKind;
import io.lumia.market.AssetDefinition;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.Fundamental;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.recommendation.backtest.MarketHistory.AssetHistory;
import io.lumia.recommendation.backtest.MarketHistory.SourcedBar;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.FingerprintBuilder;
import io.lumia.recommendation.snapshot.FingerprintBuilder.NamedRow;
import io.lumia.recommendation.snapshot.InputKind;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.lumia.signals.sentiment.Mention;
import io.lumia.signals.sentiment.SentimentRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One asset of an {@link InMemoryHistory}, cut by the same rules as the database's reading. */
final class AssetCut {

    /** Reports about periods that ended longer ago say nothing of value or growth any more. */
    private static final int YEARS_OF_REPORTS = 3;

    private final AssetHistory history;
    private final ExchangeCalendar calendar;
    private final long[] barDays;

    AssetCut(AssetHistory history) {
        this.history = history;
        this.calendar = ExchangeCalendar.of(history.definition());
        this.barDays = history.bars().stream()
                .mapToLong(known -> known.row().bar().date().toEpochDay())
                .toArray();
    }

    String id() {
        return history.id().toString();
    }

    /**
     * Up to when a cut sees.
     *
     * @param session       the last one in New York that had closed
     * @param first         day of the look-back
     * @param mentionsAfter excluded: the sentiment's windows and the sessions in which the oldest texts of them were fresh
     */
    record Sight(SnapshotTime time, LocalDate session, LocalDate first, Instant mentionsAfter, Instant close) {

        static Sight of(SnapshotTime time, int lookbackSessions) {
            ExchangeCalendar calendar = ExchangeCalendar.UNITED_STATES;
            SentimentRules rules = SentimentRules.USUAL;
            LocalDate session = calendar.lastClosedSession(time.asOf());
            LocalDate before = sessionsBefore(session, rules.longSessions() + rules.freshSessions());
            return new Sight(
                    time,
                    session,
                    sessionsBefore(session, lookbackSessions - 1),
                    calendar.closeInstant(before),
                    calendar.closeInstant(session));
        }

        private static LocalDate sessionsBefore(LocalDate session, int number) {
            LocalDate before = session;
            for (int i = 0; i < number; i++) {
                before = ExchangeCalendar.UNITED_STATES.previousSession(before);
            }
            return before;
        }

        boolean holds(Mention mention) {
            return mention.usableFrom().isAfter(mentionsAfter)
                    && !mention.usableFrom().isAfter(close);
        }
    }

    /** What was visible, also put into the fingerprint. */
    SnapshotAsset cut(Sight sight, FingerprintBuilder fingerprint) {
        LocalDate session = sight.session();
        List<StoredAction> actions = actions(sight.time());
        DailyPrices prices = DailyPrices.of(
                bars(sight.time(), sight.first(), lastSession(sight.time().asOf(), session)), actions, session);
        List<CorporateAction> splits = actions.stream()
                .map(StoredAction::action)
                .filter(action ->
                        action.kind() == ActionKind.SPLIT && !action.exDate().isAfter(session))
                .toList();
        List<Fundamental> facts = facts(sight.time(), session);
        List<Mention> mentions = mentions(sight);
        fingerprint(fingerprint, prices, facts, mentions);
        return new SnapshotAsset(history.id(), definition(session), prices, splits, facts, mentions);
    }

    private List<StoredAction> actions(SnapshotTime time) {
        return seen(
                history.actions(),
                time,
                stored -> stored.action().exDate() + stored.action().kind().code());
    }

    /** All prices by the newest versions. */
    PriceTrack track(Instant knownAt) {
        SnapshotTime time = new SnapshotTime(AsOf.of(knownAt), knownAt);
        return PriceTrack.of(
                bars(time, LocalDate.MIN, LocalDate.MAX),
                actions(time),
                history.definition().lastDate());
    }

    /** A bar counts once its own market's day is over; none is of a day after the session. */
    private LocalDate lastSession(AsOf asOf, LocalDate session) {
        LocalDate closed = calendar.lastClosedSession(asOf);
        return closed.isBefore(session) ? closed : session;
    }

    private StoredBars bars(SnapshotTime time, LocalDate first, LocalDate last) {
        List<DailyBar> bars = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (int i = from(first); i < barDays.length && barDays[i] <= last.toEpochDay(); i++) {
            Known<SourcedBar> known = history.bars().get(i);
            boolean isDone = !bars.isEmpty() && bars.getLast().date().toEpochDay() == barDays[i];
            if (!isDone && known.canBeSeen(time)) {
                bars.add(known.row().bar());
                sources.add(known.row().source());
            }
        }
        return new StoredBars(bars, sources, 0);
    }

    /** Position of the first bar not before a day; of several versions the first. */
    private int from(LocalDate first) {
        int found = Arrays.binarySearch(barDays, first.toEpochDay());
        int position = found >= 0 ? found : -found - 1;
        while (position > 0 && position < barDays.length && barDays[position - 1] == barDays[position]) {
            position--;
        }
        return position;
    }

    private List<Fundamental> facts(SnapshotTime time, LocalDate session) {
        LocalDate periodsAfter = session.minusYears(YEARS_OF_REPORTS);
        return seen(
                        history.facts(),
                        time,
                        fact -> fact.metric() + fact.periodStart() + fact.periodEnd() + fact.reportedAt())
                .stream()
                .filter(fact ->
                        !fact.reportedAt().isAfter(session) && fact.periodEnd().isAfter(periodsAfter))
                .toList();
    }

    /** Only what had been collected by the as-of. */
    private List<Mention> mentions(Sight sight) {
        Instant asOf = sight.time().asOf().instant();
        return history.mentions().stream()
                .filter(known -> sight.holds(known.row()) && !known.learnedAt().isAfter(asOf))
                .map(Known::row)
                .toList();
    }

    /** Of each key the earliest version that can be seen. */
    private static <T> List<T> seen(List<Known<T>> versions, SnapshotTime time, Function<T, String> key) {
        boolean areCurrent =
                versions.stream().allMatch(known -> known.supersededAt().equals(Instant.MAX));
        Set<String> keys = new HashSet<>();
        List<T> rows = new ArrayList<>();
        for (Known<T> known : versions) {
            if (known.canBeSeen(time) && (areCurrent || keys.add(key.apply(known.row())))) {
                rows.add(known.row());
            }
        }
        return rows;
    }

    /** A last day after the session is not shown: whoever stands there knows only that the asset lives. */
    private AssetDefinition definition(LocalDate session) {
        LocalDate last = history.definition().lastDate();
        return last == null || !last.isAfter(session)
                ? history.definition()
                : history.definition().withoutLastDate();
    }

    /** Cheap: of facts and texts a hash code stands for all. */
    private void fingerprint(
            FingerprintBuilder fingerprint, DailyPrices prices, List<Fundamental> facts, List<Mention> mentions) {
        long[][] columns = new long[2][prices.size()];
        for (int i = 0; i < prices.size(); i++) {
            columns[0][i] = Double.doubleToLongBits(prices.closes()[i]);
            columns[1][i] = 31 * (31 * Double.doubleToLongBits(prices.totals()[i]) + prices.doubts()[i])
                    + Double.doubleToLongBits(prices.volumes()[i]);
        }
        fingerprint.addDated(id(), InputKind.BAR, prices.epochDays(), columns, new long[prices.size()]);
        fingerprint.addNamed(id(), InputKind.FACT, List.of(row(facts)));
        fingerprint.addNamed(id(), InputKind.MENTION, List.of(row(mentions)));
    }

    private static NamedRow row(List<?> rows) {
        return new NamedRow("all", rows.size() + " " + rows.hashCode(), Instant.EPOCH);
    }
}
