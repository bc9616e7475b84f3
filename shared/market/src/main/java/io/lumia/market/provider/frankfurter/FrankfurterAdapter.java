package io.lumia.market.provider.frankfurter;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.CurrencyPair;
import io.lumia.market.provider.series.Readings;
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
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One call for all pairs of a base and at most a year: longer ranges have been answered with a day a week. */
@ReadsAnswers
public final class FrankfurterAdapter implements WebAdapter {

    static final String TIMESERIES = "timeseries";
    static final String LATEST = "latest";
    static final String CURRENCIES = "currencies";

    private static final LocalDate FIRST_DATE = LocalDate.of(1999, 1, 4);
    private static final int DAYS_PER_CALL = 360;
    private static final int MAX_CALLS_PER_BASE = 100;

    private static final Capabilities CAPABILITIES = new Capabilities(
            "frankfurter",
            "Frankfurter reference exchange rates",
            "https://api.frankfurter.dev",
            Set.of("api.frankfurter.dev"),
            KeyNeed.NONE,
            List.of(Quota.of(2, Duration.ofSeconds(1)), Quota.of(600, Duration.ofHours(1))),
            List.of(
                    Capability.of(Dataset.BARS, Set.of(AssetType.FOREX), List.of("close"))
                            .from(FIRST_DATE)
                            .symbolsPerCall(30),
                    Capability.of(Dataset.ASSETS, Set.of(AssetType.FOREX), List.of("name"))
                            .symbolsPerCall(30)),
            PriceBasis.RAW,
            "EUR",
            "Open and free; run by a community, may be hosted by oneself. The rates are central banks'.",
            "MIT (service); rates by their central banks",
            "Source: Frankfurter, rates of the European Central Bank",
            new Capabilities.Canary(Dataset.BARS, AssetType.FOREX, "EURUSD", 15, 0.6, 2.0));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                TIMESERIES, "rates by day: an object keyed by date",
                LATEST, "rates of the last or of one day",
                CURRENCIES, "codes and names of currencies");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", TIMESERIES, "historical", LATEST, "quote", LATEST, "assets", CURRENCIES);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        List<CurrencyPair> pairs = request.assetType() == null || request.assetType() == AssetType.FOREX
                ? request.symbols().stream()
                        .map(CurrencyPair::parse)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
        if (pairs.isEmpty()) {
            return List.of();
        }
        return switch (request.dataset()) {
            case BARS -> rateCalls(pairs, request, access);
            case ASSETS -> List.of(WebCall.of(CURRENCIES, access.endpoint() + "/v1/currencies", symbolOf(pairs)));
            case ACTIONS, FILINGS, OBSERVATIONS, FUNDAMENTALS, COMPANY_FACTS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> rateCalls(List<CurrencyPair> pairs, ProviderRequest request, ProviderAccess access) {
        Map<String, List<CurrencyPair>> byBase = new TreeMap<>();
        pairs.forEach(pair ->
                byBase.computeIfAbsent(pair.base(), base -> new ArrayList<>()).add(pair));
        LocalDate first = request.firstFrom(FIRST_DATE);
        List<WebCall> calls = new ArrayList<>();
        byBase.forEach((base, ofBase) -> {
            LocalDate from = first;
            for (int i = 0; i < MAX_CALLS_PER_BASE && !from.isAfter(request.to()); i++) {
                LocalDate end = from.plusDays(DAYS_PER_CALL);
                LocalDate to = end.isAfter(request.to()) ? request.to() : end;
                calls.add(rateCall(base, ofBase, from, to, access));
                from = to.plusDays(1);
            }
        });
        return calls;
    }

    private static WebCall rateCall(
            String base, List<CurrencyPair> pairs, LocalDate from, LocalDate to, ProviderAccess access) {
        List<String> quotes = pairs.stream().map(CurrencyPair::quote).toList();
        return WebCall.of(
                TIMESERIES,
                "%s/v1/%s..%s?base=%s&symbols=%s"
                        .formatted(access.endpoint(), from, to, base, String.join(",", quotes)),
                symbolOf(pairs));
    }

    private static String symbolOf(List<CurrencyPair> pairs) {
        return pairs.size() == 1 ? pairs.getFirst().symbol() : "";
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> {
            Optional<JsonNode> tree = WebJson.parse(response.text()).filter(JsonNode::isObject);
            if (tree.isEmpty()) {
                return WebStatus.refusal(response)
                        .map(Reading::none)
                        .orElseGet(() -> Readings.unreadable(response, "a JSON object"));
            }
            return refusal(tree.get(), response).orElseGet(() -> content(context, response, tree.get()));
        });
    }

    /** {@code {"message":"not found"}}, with 404 for a currency that is not there and 422 for one that is none. */
    private static Optional<Reading> refusal(JsonNode tree, WebResponse response) {
        String message = tree.path("message").asText(tree.path("error").asText(""));
        boolean notFound = response.status() == 404
                || response.status() == 422
                || response.status() == 400
                || response.status() == 200;
        String words = message.toLowerCase(Locale.ROOT);
        if (notFound && !message.isEmpty() && (words.contains("not found") || words.contains("currenc"))) {
            return Optional.of(Readings.symbolUnknown(WebStatus.seen(response)));
        }
        return WebStatus.refusal(response)
                .map(Reading::none)
                .or(() -> message.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Readings.unreadable(response, "an answer without a message")));
    }

    private static Reading content(ReadContext context, WebResponse response, JsonNode tree) {
        return switch (context.kind()) {
            case TIMESERIES -> Rates.readDays(context, response, tree);
            case LATEST -> Rates.readOneDay(context, response, tree);
            case CURRENCIES -> Currencies.read(context, response, tree);
            default ->
                Reading.schemaChanged(
                        "request kind '%s'; allowed: timeseries, latest, currencies".formatted(context.kind()));
        };
    }
}
