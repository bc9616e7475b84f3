package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Which candles of a chart are finished. Yahoo adds the running session's as the last: a day's bar whose session had not
 * ended when the answer was made would be stored with an hour's prices, so it is left out.
 */
final class ChartClock {

    /** Markets that never close are given a session of a minute less than a day. */
    private static final Duration ROUND_THE_CLOCK = Duration.ofHours(23);

    private final ChartMeta meta;
    private final Instant madeAt;
    private final boolean isDated;

    ChartClock(ChartMeta meta, WebResponse response) {
        Optional<Instant> dated = SessionEnd.madeAt(response);
        this.meta = meta;
        this.isDated = dated.isPresent();
        this.madeAt = dated.orElse(response.receivedAt());
    }

    boolean isDayFinished(long epochSecond) {
        LocalDate date = meta.date(epochSecond);
        Instant end = end(date);
        return !end.isAfter(madeAt) && (isDated || !isLive(epochSecond, end));
    }

    boolean isCandleFinished(long epochSecond, String interval) {
        ZonedDateTime start = Instant.ofEpochSecond(epochSecond).atZone(meta.zone());
        return !end(start, interval).toInstant().isAfter(madeAt);
    }

    /** Of an answer without a Date: a bar stamped with the last trade, which was before the close, was still growing. */
    private boolean isLive(long epochSecond, Instant end) {
        long lastTrade = meta.node().path("regularMarketTime").asLong(Long.MIN_VALUE);
        return epochSecond == lastTrade && end.getEpochSecond() > lastTrade;
    }

    /** By the session Yahoo calls current; other days' sessions end at midnight for all we are told. */
    private Instant end(LocalDate date) {
        Instant midnight = date.plusDays(1).atStartOfDay(meta.zone()).toInstant();
        JsonNode session = meta.node().path("currentTradingPeriod").path("regular");
        JsonNode start = session.path("start");
        JsonNode end = session.path("end");
        if (!start.canConvertToLong() || !end.canConvertToLong()) {
            return midnight;
        }
        boolean isCurrent = meta.date(start.longValue()).equals(date);
        boolean closes = end.longValue() - start.longValue() < ROUND_THE_CLOCK.toSeconds();
        return isCurrent && closes ? Instant.ofEpochSecond(end.longValue()) : midnight;
    }

    private static ZonedDateTime end(ZonedDateTime start, String interval) {
        return switch (interval) {
            case "1m" -> start.plusMinutes(1);
            case "2m" -> start.plusMinutes(2);
            case "5m" -> start.plusMinutes(5);
            case "15m" -> start.plusMinutes(15);
            case "30m" -> start.plusMinutes(30);
            case "60m", "1h" -> start.plusHours(1);
            case "90m" -> start.plusMinutes(90);
            case "4h" -> start.plusHours(4);
            case "5d" -> start.plusDays(5);
            case "1wk" -> start.plusWeeks(1);
            case "1mo" -> start.plusMonths(1);
            case "3mo" -> start.plusMonths(3);
            default -> throw new IllegalArgumentException("dataGranularity is '" + interval + "'");
        };
    }
}
