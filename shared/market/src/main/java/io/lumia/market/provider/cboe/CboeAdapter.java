package io.lumia.market.provider.cboe;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderRequest;
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
import io.lumia.market.provider.web.WebXml;
import io.lumia.platform.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Cboe's delayed-quotes files: US shares, ETFs and Cboe's indexes by day, without corporate actions. */
@ReadsAnswers
public final class CboeAdapter implements WebAdapter {

    static final String HISTORICAL = "historical";

    private static final Set<AssetType> TYPES = Set.of(AssetType.STOCK, AssetType.ETF, AssetType.INDEX);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "cboe",
            "Cboe Global Markets",
            "https://cdn.cboe.com",
            Set.of("cdn.cboe.com"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(1))),
            List.of(Capability.of(Dataset.BARS, TYPES, List.of("open", "high", "low", "close", "volume"))
                    .from(LocalDate.of(1990, 1, 2))),
            PriceBasis.SPLIT_ADJUSTED,
            "USD",
            "Public files behind Cboe's own pages; no terms for unattended use are known.",
            "Cboe terms and conditions",
            "Cboe Global Markets",
            new Capabilities.Canary(Dataset.BARS, AssetType.INDEX, "^VIX", 15, 5, 200));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(HISTORICAL, "daily bars, all of a symbol's history");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", HISTORICAL, "prices", HISTORICAL, "chart", HISTORICAL);
    }

    /** One file a symbol; an index's name begins with an underscore. */
    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        AssetType type = request.assetType();
        if (request.dataset() != Dataset.BARS || (type != null && !TYPES.contains(type))) {
            return List.of();
        }
        return request.symbols().stream()
                .map(symbol -> WebCall.of(HISTORICAL, access.endpoint() + path(symbol, type), symbol))
                .toList();
    }

    private static String path(String symbol, @Nullable AssetType type) {
        String plain = symbol.toUpperCase(Locale.ROOT);
        boolean isIndex = type == AssetType.INDEX || plain.startsWith("^");
        String theirs = isIndex ? "_" + plain.replace("^", "") : plain;
        return "/api/global/delayed_quotes/charts/historical/%s.json"
                .formatted(URLEncoder.encode(theirs, StandardCharsets.UTF_8));
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<ProviderAnswer> why = missingFile(response).or(() -> WebStatus.refusal(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        Optional<JsonNode> json = WebJson.parse(response.text());
        String kind = aliases().getOrDefault(context.kind(), context.kind());
        if (!kind.equals(HISTORICAL)) {
            return Reading.schemaChanged("kind is '%s'; allowed: %s".formatted(kind, HISTORICAL));
        }
        return json.isPresent()
                ? HistoricalReader.read(context, json.get(), response)
                : Reading.schemaChanged("no JSON; " + WebStatus.seen(response));
    }

    /** The store behind the files refuses a name it does not have as if it were a secret. */
    private static Optional<ProviderAnswer> missingFile(WebResponse response) {
        if (response.status() != 403 && response.status() != 404) {
            return Optional.empty();
        }
        return WebXml.parse(response.body())
                .filter(root -> "Error".equals(root.getLocalName()))
                .filter(CboeAdapter::saysMissing)
                .map(_ -> new SymbolUnknown(WebStatus.seen(response)));
    }

    private static boolean saysMissing(Element root) {
        return Set.of("AccessDenied", "NoSuchKey").contains(WebXml.text(root, "Code"));
    }
}
