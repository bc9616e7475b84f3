package io.lumia.market.provider.yahoo;

import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.WebCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How Yahoo is asked. One call a symbol: a daily chart has no pages. */
final class YahooCalls {

    /** Before Yahoo's oldest index (1927). */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private YahooCalls() {}

    static List<WebCall> of(ProviderRequest request, ProviderAccess access) {
        List<WebCall> calls = new ArrayList<>();
        for (String symbol : request.symbols()) {
            Optional<String> spelled = YahooSymbols.spell(symbol, request.assetType());
            spelled.flatMap(theirs -> call(request, access, symbol, encoded(theirs)))
                    .ifPresent(calls::add);
        }
        return calls;
    }

    private static Optional<WebCall> call(
            ProviderRequest request, ProviderAccess access, String symbol, String theirs) {
        String chart = access.endpoint() + "/v8/finance/chart/" + theirs;
        return switch (request.dataset()) {
            case ASSETS -> Optional.of(WebCall.of(YahooAdapter.METADATA, chart + "?range=1d&interval=1d", symbol));
            case ACTIONS, BARS ->
                Optional.of(WebCall.of(
                        YahooAdapter.CHART, chart + "?" + period(request) + "&interval=1d&events=div%7Csplit", symbol));
            case FUNDAMENTALS ->
                Optional.of(WebCall.of(
                        YahooAdapter.FUNDAMENTALS,
                        "%s/ws/fundamentals-timeseries/v1/finance/timeseries/%s?symbol=%s&type=%s&%s"
                                .formatted(access.endpoint(), theirs, theirs, YahooMetrics.types(), period(request)),
                        symbol));
            case FILINGS, OBSERVATIONS, COMPANY_FACTS, ARTICLES -> Optional.empty();
        };
    }

    /** A day more at the beginning: Sydney's session opens on the day before, by UTC. The end is excluded by Yahoo. */
    private static String period(ProviderRequest request) {
        LocalDate from = request.from();
        LocalDate first = from == null || from.isBefore(EARLIEST) ? EARLIEST : from.minusDays(1);
        return "period1=%d&period2=%d"
                .formatted(seconds(first), seconds(request.to().plusDays(1)));
    }

    private static long seconds(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /** An equals sign may stand in a path. */
    private static String encoded(String symbol) {
        return URLEncoder.encode(symbol, StandardCharsets.UTF_8).replace("%3D", "=");
    }
}
