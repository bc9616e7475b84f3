package io.lumia.market.provider.centralbanks;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
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
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The quote currency says which bank is asked: CAD Ottawa, PLN Warsaw, RUB Moscow, and Tokyo for the dollar in yen. */
@ReadsAnswers
public final class CentralBanksAdapter implements WebAdapter {

    static final String BOC_VALET = "boc_valet";
    static final String BOJ = "boj";
    static final String CBR_DAILY = "cbr_daily";
    static final String NBP_TABLE = "nbp_table";

    static final Capabilities CAPABILITIES = new Capabilities(
            "centralbanks",
            "Reference rates of the central banks of Canada, Japan, Poland and Russia",
            "https://www.bankofcanada.ca",
            Set.of("www.bankofcanada.ca", "www.stat-search.boj.or.jp", "www.cbr.ru", "api.nbp.pl"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(1)), Quota.of(300, Duration.ofHours(1))),
            List.of(Capability.of(Dataset.BARS, Set.of(AssetType.FOREX), List.of("close"))
                    .symbolsPerCall(1)),
            PriceBasis.RAW,
            "USD",
            "Free to use with the bank named; rates are for information only.",
            "terms of each bank",
            "Source: Bank of Canada, Bank of Japan, Narodowy Bank Polski or Bank of Russia, by pair",
            new Capabilities.Canary(Dataset.BARS, AssetType.FOREX, "USDCAD", 15, 0.8, 2.0));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(
                BOC_VALET, "Bank of Canada, Valet observations, JSON: FXUSDCAD and other series",
                BOJ, "Bank of Japan, getDataCode, JSON: FXERD04 (dollar in yen at 17:00), FXERD34 (euro in dollars)",
                CBR_DAILY, "Bank of Russia, XML_daily, windows-1251: all currencies of one day in roubles",
                NBP_TABLE, "Narodowy Bank Polski, tables A and B, JSON: all currencies by day in zloty");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "bank_of_canada_valet", BOC_VALET,
                "boc", BOC_VALET,
                "boj_api", BOJ,
                "cbr", CBR_DAILY,
                "cbr_daily_windows1251", CBR_DAILY,
                "nbp", NBP_TABLE,
                "nbp_table_a", NBP_TABLE);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        boolean fitting = request.dataset() == Dataset.BARS
                && (request.assetType() == null || request.assetType() == AssetType.FOREX);
        return fitting
                ? request.symbols().stream()
                        .map(CurrencyPair::parse)
                        .flatMap(Optional::stream)
                        .flatMap(pair -> calls(pair, request, access).stream())
                        .toList()
                : List.of();
    }

    private static List<WebCall> calls(CurrencyPair pair, ProviderRequest request, ProviderAccess access) {
        return switch (pair.quote()) {
            case "CAD" -> BankOfCanada.calls(pair, request, access);
            case "PLN" -> BankOfPoland.calls(pair, request, access);
            case "RUB" -> BankOfRussia.calls(pair, request, access);
            case "JPY" -> BankOfJapan.calls(pair, request, access);
            default -> List.of();
        };
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> switch (context.kind()) {
            case BOC_VALET -> BankOfCanada.read(context, response);
            case BOJ -> BankOfJapan.read(context, response);
            case CBR_DAILY -> BankOfRussia.read(context, response);
            case NBP_TABLE -> BankOfPoland.read(context, response);
            default ->
                Reading.schemaChanged(
                        "request kind '%s'; allowed: boc_valet, boj, cbr_daily, nbp_table".formatted(context.kind()));
        });
    }
}
