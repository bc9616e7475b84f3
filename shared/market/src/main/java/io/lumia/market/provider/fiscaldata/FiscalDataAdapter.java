package io.lumia.market.provider.fiscaldata;

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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The debt to the penny: three amounts a business day in dollars, all in one call. Our names are the fields' in capitals. */
@ReadsAnswers
public final class FiscalDataAdapter implements WebAdapter {

    static final String DEBT = "debt_to_penny";
    static final String RECORDS = "records";
    static final int MAX_PAGES = 20;

    /** The debt's fields. */
    static final Set<String> DEBT_SYMBOLS = Set.of("TOT_PUB_DEBT_OUT_AMT", "DEBT_HELD_PUBLIC_AMT", "INTRAGOV_HOLD_AMT");

    /** The API's largest page: forty years of business days. */
    private static final int ROWS_PER_PAGE = 10_000;

    private static final LocalDate FIRST_DATE = LocalDate.of(1993, 4, 1);
    private static final Set<AssetType> TYPES = Set.of(AssetType.ECONOMIC_INDICATOR);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "fiscaldata",
            "US Treasury Fiscal Data",
            "https://api.fiscaldata.treasury.gov",
            Set.of("api.fiscaldata.treasury.gov"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(1)), Quota.of(300, Duration.ofHours(1))),
            List.of(Capability.of(Dataset.OBSERVATIONS, TYPES, List.of("value"))
                    .from(FIRST_DATE)
                    .symbolsPerCall(DEBT_SYMBOLS.size())),
            PriceBasis.RAW,
            "USD",
            "Works of the United States government are in the public domain.",
            "public domain",
            "Source: U.S. Department of the Treasury, Fiscal Data",
            new Capabilities.Canary(
                    Dataset.OBSERVATIONS, AssetType.ECONOMIC_INDICATOR, "TOT_PUB_DEBT_OUT_AMT", 10, 1e13, 1e15));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                DEBT, "the public debt of each business day, in dollars",
                RECORDS, "any data set of the API: each amount, rate or number by day");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("observations", DEBT, "series", RECORDS);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        List<String> known =
                request.symbols().stream().filter(DEBT_SYMBOLS::contains).toList();
        boolean fitting = request.dataset() == Dataset.OBSERVATIONS
                && (request.assetType() == null || TYPES.contains(request.assetType()));
        return fitting && !known.isEmpty()
                ? List.of(debtCall(access.endpoint(), known, request.from(), request.to(), 1))
                : List.of();
    }

    /** A further page of what was asked for. */
    static WebCall debtPage(ReadContext context, List<String> symbols, int page) {
        return debtCall(CAPABILITIES.endpoint(), symbols, context.from(), context.to(), page);
    }

    private static WebCall debtCall(
            String endpoint, List<String> symbols, @Nullable LocalDate from, @Nullable LocalDate to, int page) {
        LocalDate first = from == null ? FIRST_DATE : from;
        String filter = "record_date:gte:" + first + (to == null ? "" : ",record_date:lte:" + to);
        String address = "%s/services/api/fiscal_service/v2/accounting/od/debt_to_penny?fields=record_date,%s&filter=%s"
                .formatted(endpoint, String.join(",", symbols).toLowerCase(Locale.ROOT), filter);
        return WebCall.of(
                DEBT,
                "%s&sort=record_date&format=json&page%%5Bnumber%%5D=%d&page%%5Bsize%%5D=%d"
                        .formatted(address, page, ROWS_PER_PAGE),
                symbols.size() == 1 ? symbols.getFirst() : "");
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return switch (context.kind()) {
            case DEBT, RECORDS -> Reading.guarded(response, () -> RecordsAnswer.read(context, response));
            default ->
                Reading.schemaChanged("request kind '%s'; allowed: debt_to_penny, records".formatted(context.kind()));
        };
    }
}
