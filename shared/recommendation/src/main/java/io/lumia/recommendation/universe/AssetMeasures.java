package io.lumia.recommendation.universe;

import io.lumia.market.BarFlag;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.configuration.UniverseRules;
import io.lumia.recommendation.score.Fundamentals;
import io.lumia.recommendation.snapshot.DailyPrices;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What decides whether an asset can be recommended and does not depend on who asks.
 *
 * @param sessions     bars in the look-back
 * @param isStale      whether the newest bar is too old
 * @param health       of the sessions that decide about it, the fraction that has a bar which nothing was doubted of
 * @param dollarVolume mean of close × volume of the last 20 bars that have one; NaN where none has
 * @param marketCap    NaN where not known
 */
public record AssetMeasures(int sessions, boolean isStale, double health, double dollarVolume, double marketCap) {

    /** Sessions of the mean dollar volume. */
    private static final int VOLUME_SESSIONS = 20;

    /** What was noted about a bar that makes its close doubtful. */
    private static final int DOUBTFUL = BarFlag.ZERO_VOLUME_FLAT.bit() | BarFlag.SOURCES_DISAGREE.bit();

    private static final AssetMeasures NOTHING = new AssetMeasures(0, true, 0, Double.NaN, Double.NaN);

    /** Measures assets of one snapshot; not for several threads. */
    public static final class Gauge {

        private final UniverseRules rules;
        private final LocalDate session;
        private final Map<ExchangeCalendar, List<LocalDate>> lastSessions = new HashMap<>();

        public Gauge(UniverseRules rules, LocalDate session) {
            this.rules = rules;
            this.session = session;
        }

        public AssetMeasures measure(SnapshotAsset asset) {
            DailyPrices prices = asset.prices();
            if (prices.isEmpty()) {
                return NOTHING;
            }
            List<LocalDate> sessions = lastSessions(asset);
            LocalDate oldest = sessions.get(Math.max(0, sessions.size() - 1 - rules.staleSessions()));
            return new AssetMeasures(
                    prices.size(),
                    prices.lastDate().isBefore(oldest),
                    health(prices, sessions),
                    dollarVolume(prices),
                    new Fundamentals(asset, session, Integer.MAX_VALUE).marketCap());
        }

        /** By the asset's own calendar, oldest first. */
        private List<LocalDate> lastSessions(SnapshotAsset asset) {
            return lastSessions.computeIfAbsent(ExchangeCalendar.of(asset.definition()), calendar -> {
                List<LocalDate> sessions = calendar.expected(session.minusDays(2L * rules.healthSessions()), session);
                return sessions.subList(Math.max(0, sessions.size() - rules.healthSessions()), sessions.size());
            });
        }
    }

    static double health(DailyPrices prices, List<LocalDate> sessions) {
        int healthy = 0;
        for (LocalDate expected : sessions) {
            int position = prices.positionOn(expected);
            boolean there = position >= 0 && prices.epochDays()[position] == expected.toEpochDay();
            if (there && (prices.doubts()[position] & DOUBTFUL) == 0) {
                healthy++;
            }
        }
        return healthy / (double) sessions.size();
    }

    static double dollarVolume(DailyPrices prices) {
        double sum = 0;
        int known = 0;
        for (int i = Math.max(0, prices.size() - VOLUME_SESSIONS); i < prices.size(); i++) {
            if (!Double.isNaN(prices.volumes()[i])) {
                sum += prices.closes()[i] * prices.volumes()[i];
                known++;
            }
        }
        return sum / known;
    }
}
