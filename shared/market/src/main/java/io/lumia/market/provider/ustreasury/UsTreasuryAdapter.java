package io.lumia.market.provider.ustreasury;

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
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** One call a year, or one for the month where the range lies within one; each has all maturities. */
@ReadsAnswers
public final class UsTreasuryAdapter implements WebAdapter {

    static final String YIELD_CURVE = "yield_curve";
    static final String YIELD_CURVE_CSV = "yield_curve_csv";

    private static final int FIRST_YEAR = 1990;
    private static final int MAX_YEARS = 100;
    private static final Set<AssetType> TYPES = Set.of(AssetType.BOND, AssetType.ECONOMIC_INDICATOR);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "ustreasury",
            "US Treasury daily par yield curve rates",
            "https://home.treasury.gov",
            Set.of("home.treasury.gov"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(2)), Quota.of(120, Duration.ofHours(1))),
            List.of(Capability.of(Dataset.OBSERVATIONS, TYPES, List.of("value"))
                    .from(LocalDate.of(FIRST_YEAR, 1, 2))
                    .symbolsPerCall(Tenor.values().length)),
            PriceBasis.RAW,
            "USD",
            "Works of the United States government are in the public domain.",
            "public domain",
            "Source: U.S. Department of the Treasury",
            new Capabilities.Canary(Dataset.OBSERVATIONS, AssetType.BOND, "DGS10", 10, 0.0, 20.0));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                YIELD_CURVE, "the XML feed (Atom with OData properties), one entry a day",
                YIELD_CURVE_CSV, "the same as a table, one row a day");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "observations", YIELD_CURVE,
                "xml", YIELD_CURVE,
                "daily_yield_curve", YIELD_CURVE,
                "daily_treasury_yield_curve", YIELD_CURVE,
                "csv", YIELD_CURVE_CSV,
                "daily_yield_curve_csv", YIELD_CURVE_CSV);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        List<String> known = request.symbols().stream().filter(Tenor::isSymbol).toList();
        boolean fitting = request.dataset() == Dataset.OBSERVATIONS
                && (request.assetType() == null || TYPES.contains(request.assetType()));
        if (known.isEmpty() || !fitting) {
            return List.of();
        }
        String symbol = known.size() == 1 ? known.getFirst() : "";
        LocalDate from = request.firstFrom(LocalDate.of(FIRST_YEAR, 1, 1));
        if (YearMonth.from(from).equals(YearMonth.from(request.to()))) {
            return List.of(call(
                    access,
                    "field_tdr_date_value_month=%d%02d".formatted(from.getYear(), from.getMonthValue()),
                    symbol));
        }
        return IntStream.rangeClosed(from.getYear(), request.to().getYear())
                .limit(MAX_YEARS)
                .mapToObj(year -> call(access, "field_tdr_date_value=" + year, symbol))
                .toList();
    }

    private static WebCall call(ProviderAccess access, String when, String symbol) {
        return WebCall.of(
                YIELD_CURVE,
                "%s/resource-center/data-chart-center/interest-rates/pages/xml?data=daily_treasury_yield_curve&%s"
                        .formatted(access.endpoint(), when),
                symbol);
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(
                response,
                () -> WebStatus.refusal(response).map(Reading::none).orElseGet(() -> content(context, response)));
    }

    private static Reading content(ReadContext context, WebResponse response) {
        return switch (context.kind()) {
            case YIELD_CURVE -> CurveFeed.read(context, response);
            case YIELD_CURVE_CSV -> CurveTable.read(context, response);
            default ->
                Reading.schemaChanged(
                        "request kind '%s'; allowed: yield_curve, yield_curve_csv".formatted(context.kind()));
        };
    }
}
