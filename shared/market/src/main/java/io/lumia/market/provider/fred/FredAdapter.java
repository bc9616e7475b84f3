package io.lumia.market.provider.fred;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.EquivalentSeries;
import io.lumia.market.provider.series.Hosts;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.ReadsAnswers;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Series by FRED's id. Without a key the CSV behind a graph, one series a call; with a key the API, which has metadata
 * too. Another provider's id is asked for under FRED's where both are known to be the same series.
 */
@ReadsAnswers
public final class FredAdapter implements WebAdapter {

    static final String GRAPH = "graph";
    static final String OBSERVATIONS = "observations";
    static final String SERIES = "series";

    private static final String GRAPH_HOST = "https://fred.stlouisfed.org";
    private static final String API_HOST = "https://api.stlouisfed.org";

    /** The API's own limit; no series has as many observations. */
    static final int MAX_OBSERVATIONS = 100_000;

    private static final Pattern ID = Pattern.compile("[A-Z0-9_]{1,30}");

    /** Tenors that the Treasury publishes and the Federal Reserve's H.15 release, FRED's source, does not. */
    private static final Set<String> TREASURY_ONLY = Set.of("DGS1MO15", "DGS2MO", "DGS4MO");

    private static final Set<AssetType> TYPES =
            Set.of(AssetType.ECONOMIC_INDICATOR, AssetType.COMMODITY, AssetType.BOND, AssetType.FOREX, AssetType.INDEX);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "fred",
            "Federal Reserve Economic Data",
            GRAPH_HOST,
            Set.of("fred.stlouisfed.org", "api.stlouisfed.org"),
            KeyNeed.OPTIONAL,
            List.of(Quota.of(2, Duration.ofSeconds(1)), Quota.of(30, Duration.ofMinutes(1))),
            List.of(
                    Capability.of(Dataset.OBSERVATIONS, TYPES, List.of("value")),
                    Capability.of(Dataset.ASSETS, TYPES, List.of("name", "unit", "frequency", "first_date"))),
            PriceBasis.RAW,
            "USD",
            "Personal and research use; some series belong to third parties and may not be passed on. Metadata needs a key.",
            "FRED terms of use; series of third parties under their own",
            "Source: FRED, Federal Reserve Bank of St. Louis, and the series' own source",
            new Capabilities.Canary(Dataset.OBSERVATIONS, AssetType.BOND, "DGS10", 10, 0.0, 20.0));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                GRAPH, "fredgraph.csv: dates and one or several series, without a key",
                OBSERVATIONS, "series/observations of the API, JSON or XML",
                SERIES, "series of the API, JSON or XML: title, unit, frequency");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "csv", GRAPH, "fredgraph", GRAPH, "fredgraph_csv", GRAPH, "assets", SERIES, "series_info", SERIES);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        if (request.assetType() != null && !TYPES.contains(request.assetType())) {
            return List.of();
        }
        String key = access.key();
        return request.symbols().stream()
                .flatMap(symbol -> fredId(symbol).flatMap(id -> call(symbol, id, request, access, key)).stream())
                .toList();
    }

    private static Optional<WebCall> call(
            String symbol, String id, ProviderRequest request, ProviderAccess access, @Nullable String key) {
        return switch (request.dataset()) {
            case OBSERVATIONS ->
                Optional.of(
                        key == null
                                ? graphCall(symbol, id, request, access)
                                : observationsCall(symbol, id, key, request, access));
            case ASSETS -> key == null ? Optional.empty() : Optional.of(seriesCall(symbol, id, key, access));
            case ACTIONS, FILINGS, BARS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> Optional.empty();
        };
    }

    private static WebCall graphCall(String symbol, String id, ProviderRequest request, ProviderAccess access) {
        LocalDate from = request.from();
        return WebCall.of(
                GRAPH,
                "%s/graph/fredgraph.csv?id=%s%s&coed=%s"
                        .formatted(access.endpoint(), id, from == null ? "" : "&cosd=" + from, request.to()),
                symbol);
    }

    private static WebCall observationsCall(
            String symbol, String id, String key, ProviderRequest request, ProviderAccess access) {
        LocalDate from = request.from();
        return WebCall.of(
                OBSERVATIONS,
                "%s/fred/series/observations?series_id=%s&api_key=%s&file_type=json&sort_order=asc&limit=%d%s&observation_end=%s"
                        .formatted(
                                Hosts.endpoint(access, CAPABILITIES, API_HOST),
                                id,
                                key,
                                MAX_OBSERVATIONS,
                                from == null ? "" : "&observation_start=" + from,
                                request.to()),
                symbol);
    }

    private static WebCall seriesCall(String symbol, String id, String key, ProviderAccess access) {
        return WebCall.of(
                SERIES,
                "%s/fred/series?series_id=%s&api_key=%s&file_type=json"
                        .formatted(Hosts.endpoint(access, CAPABILITIES, API_HOST), id, key),
                symbol);
    }

    /** FRED's name of a series of ours; empty where it cannot be one of FRED's. */
    static Optional<String> fredId(String symbol) {
        Optional<String> known = EquivalentSeries.fredIdOf(symbol);
        if (known.isPresent()) {
            return known;
        }
        return ID.matcher(symbol).matches() && !TREASURY_ONLY.contains(symbol) ? Optional.of(symbol) : Optional.empty();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> FredErrors.find(context.kind(), response)
                .map(Reading::none)
                .orElseGet(() -> content(context, response)));
    }

    private static Reading content(ReadContext context, WebResponse response) {
        return switch (context.kind()) {
            case GRAPH -> GraphTable.read(context, response);
            case OBSERVATIONS -> ObservationList.read(context, response);
            case SERIES -> SeriesInfo.read(context, response);
            default ->
                Reading.schemaChanged(
                        "request kind '%s'; allowed: graph, observations, series".formatted(context.kind()));
        };
    }
}
