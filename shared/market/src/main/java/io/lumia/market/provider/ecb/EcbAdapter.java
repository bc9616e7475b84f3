package io.lumia.market.provider.ecb;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.CurrencyPair;
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
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pairs with the euro as base, {@code EURUSD}: dollars for a euro. One file holds every currency, so one call serves all
 * symbols of a request: the file of the last 90 days where it reaches back far enough, the whole history otherwise.
 */
@ReadsAnswers
public final class EcbAdapter implements WebAdapter {

    static final String HIST = "hist";
    static final String HIST_90_XML = "hist90_xml";
    static final String DAILY_CSV = "daily_csv";
    static final String DAILY_XML = "daily_xml";
    static final String DATA_API = "data_api";

    private static final LocalDate FIRST_DATE = LocalDate.of(1999, 1, 4);

    /** The short file holds 90 days; a few are left for delays and holidays. */
    private static final int SHORT_FILE_DAYS = 85;

    private static final Capabilities CAPABILITIES = new Capabilities(
            "ecb",
            "European Central Bank euro reference rates",
            "https://www.ecb.europa.eu",
            Set.of("www.ecb.europa.eu", "data-api.ecb.europa.eu"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(2)), Quota.of(60, Duration.ofHours(1))),
            List.of(Capability.of(Dataset.BARS, Set.of(AssetType.FOREX), List.of("close"))
                    .from(FIRST_DATE)
                    .symbolsPerCall(50)),
            PriceBasis.RAW,
            "EUR",
            "Free re-use with the source named; rates are for information, published once a day after 16:00 CET.",
            "ECB statistics, free re-use with acknowledgement",
            "Source: ECB statistics",
            new Capabilities.Canary(Dataset.BARS, AssetType.FOREX, "EURUSD", 15, 0.6, 2.0));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                HIST, "all days since 1999, all currencies, CSV, usually inside a ZIP",
                HIST_90_XML, "the last 90 days, or all, XML",
                DAILY_CSV, "the last day, CSV, usually inside a ZIP",
                DAILY_XML, "the last day, XML",
                DATA_API, "the data portal's csvdata: exchange rates, or any other series by its key");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "bars", HIST,
                "history", HIST,
                "hist_csv", HIST,
                "eurofxref_hist", HIST,
                "daily", DAILY_XML,
                "csv_one_day", DAILY_CSV,
                "hist_90d", HIST_90_XML,
                "csvdata", DATA_API,
                "observations", DATA_API);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        boolean fitting = request.dataset() == Dataset.BARS
                && (request.assetType() == null || request.assetType() == AssetType.FOREX);
        List<String> pairs = fitting
                ? request.symbols().stream().filter(EcbAdapter::hasEuroBase).toList()
                : List.of();
        if (pairs.isEmpty()) {
            return List.of();
        }
        LocalDate from = request.from();
        boolean recent = from != null && !from.isBefore(access.today().minusDays(SHORT_FILE_DAYS));
        String file = recent ? "eurofxref-hist-90d.xml" : "eurofxref-hist.zip";
        String symbol = pairs.size() == 1 ? pairs.getFirst() : "";
        return List.of(WebCall.of(
                recent ? HIST_90_XML : HIST, "%s/stats/eurofxref/%s".formatted(access.endpoint(), file), symbol));
    }

    private static boolean hasEuroBase(String symbol) {
        return CurrencyPair.parse(symbol)
                .filter(pair -> pair.base().equals("EUR"))
                .isPresent();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> refusal(context, response).orElseGet(() -> content(context, response)));
    }

    private static Optional<Reading> refusal(ReadContext context, WebResponse response) {
        // The data portal's words for a key that exists, or does not, without observations in the range.
        if (context.kind().equals(DATA_API)
                && response.status() == 404
                && response.text().contains("No results found")) {
            return Optional.of(Reading.none(new EmptyConfirmed(WebStatus.seen(response))));
        }
        return WebStatus.refusal(response).map(Reading::none);
    }

    private static Reading content(ReadContext context, WebResponse response) {
        return switch (context.kind()) {
            case HIST -> RateTable.readHistory(context, response);
            case DAILY_CSV -> RateTable.readOneDay(context, response);
            case DAILY_XML -> RateXml.readOneDay(context, response);
            case HIST_90_XML -> RateXml.readDays(context, response);
            case DATA_API -> DataApi.read(context, response);
            default ->
                Reading.schemaChanged("request kind '%s'; allowed: hist, hist90_xml, daily_csv, daily_xml, data_api"
                        .formatted(context.kind()));
        };
    }
}
