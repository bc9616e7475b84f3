package io.lumia.market.provider.worldbank;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
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
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An indicator of one country a call, its whole history: some seventy rows. */
@ReadsAnswers
public final class WorldBankAdapter implements WebAdapter {

    static final String INDICATOR = "indicator";

    /** More than any indicator of one country has, so that one page is all. */
    private static final int ROWS_PER_PAGE = 20_000;

    static final int MAX_PAGES = 50;

    private static final Set<AssetType> TYPES = Set.of(AssetType.ECONOMIC_INDICATOR);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "worldbank",
            "World Bank indicators",
            "https://api.worldbank.org",
            Set.of("api.worldbank.org"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(1)), Quota.of(300, Duration.ofHours(1))),
            List.of(Capability.of(Dataset.OBSERVATIONS, TYPES, List.of("value")).from(LocalDate.of(1960, 1, 1))),
            PriceBasis.RAW,
            "USD",
            "Creative Commons Attribution 4.0 for most indicators.",
            "CC BY 4.0",
            "Source: World Bank, World Development Indicators",
            null);

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(INDICATOR, "an indicator of one or several countries by year, quarter or month; JSON or XML");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("observations", INDICATOR, "series", INDICATOR);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        boolean fitting = request.dataset() == Dataset.OBSERVATIONS
                && (request.assetType() == null || TYPES.contains(request.assetType()));
        if (!fitting) {
            return List.of();
        }
        return request.symbols().stream()
                .flatMap(symbol -> IndicatorName.parse(symbol)
                        .map(name -> call(access.endpoint(), name.country(), name.id(), ROWS_PER_PAGE, 1, symbol))
                        .stream())
                .toList();
    }

    /** Another page of the size that the answer has; empty beyond the bound. */
    static Optional<WebCall> nextPage(String country, String id, int rowsPerPage, int page, String symbol) {
        return page > MAX_PAGES || rowsPerPage < 1
                ? Optional.empty()
                : Optional.of(call(CAPABILITIES.endpoint(), country, id, rowsPerPage, page, symbol));
    }

    private static WebCall call(String endpoint, String country, String id, int rowsPerPage, int page, String symbol) {
        return WebCall.of(
                INDICATOR,
                "%s/v2/country/%s/indicator/%s?format=json&per_page=%d%s"
                        .formatted(endpoint, country, id, rowsPerPage, page == 1 ? "" : "&page=" + page),
                symbol);
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return context.kind().equals(INDICATOR)
                ? Reading.guarded(response, () -> IndicatorAnswer.read(context, response))
                : Reading.schemaChanged("request kind '%s'; allowed: indicator".formatted(context.kind()));
    }
}
