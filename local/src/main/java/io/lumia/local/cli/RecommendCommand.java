package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.local.runtime.Installation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks what to hold. */
@Command(
        name = "recommend",
        description = {
            "Say what to hold for a capital, a risk and a horizon, why, and what could go wrong.",
            "Not investment advice."
        },
        mixinStandardHelpOptions = true)
final class RecommendCommand extends ApiCommand {

    private static final String HOLDING = "SYMBOL=SHARES";

    @Option(names = "--capital", required = true, description = "What there is to hold, such as 25000.")
    private BigDecimal capital = BigDecimal.ZERO;

    @Option(names = "--risk", required = true, description = "conservative, moderate or aggressive.")
    private String risk = "";

    @Option(names = "--horizon", required = true, description = "short, medium or long.")
    private String horizon = "";

    @Option(names = "--prefer-sector", paramLabel = "SECTOR", description = "Preferred; may be given several times.")
    private List<String> preferredSectors = List.of();

    @Option(names = "--exclude", paramLabel = "SYMBOL", description = "Not this asset; may be given several times.")
    private List<String> excludedAssets = List.of();

    @Option(
            names = "--exclude-sector",
            paramLabel = "SECTOR",
            description = "Not this sector; may be given several times.")
    private List<String> excludedSectors = List.of();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "stock, etf, mutual_fund or crypto; may be given several times (default: stock and etf).")
    private List<String> assetTypes = List.of();

    @Option(names = "--diversification", description = "low, medium (default) or high.")
    private @Nullable String diversification;

    @Option(names = "--esg", description = "none (default), prefer or require.")
    private @Nullable String esg;

    @Option(names = "--holding", paramLabel = HOLDING, description = "Held already; may be given several times.")
    private List<String> holdings = List.of();

    @Option(names = "--currency", description = "ISO 4217 (default USD).")
    private @Nullable String currency;

    @Option(names = "--benchmark", paramLabel = "SYMBOL", description = "What to compare with (default SPY).")
    private @Nullable String benchmark;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "A day or an instant up to which to look (default: now).")
    private @Nullable String asOf;

    @Option(names = "--csv", description = "Print the positions as CSV.")
    private boolean csv;

    @Override
    int ask(Installation installation, CollectionApi api) {
        JsonNode answer = installation.functions().post("/api/v1/recommendations", body());
        if (csv) {
            RecommendationText.csv(answer.path("data"), out());
        } else {
            print(answer, () -> RecommendationText.show(answer, out()));
        }
        return ExitCodes.DONE;
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("capital", capital);
        body.put("risk_tolerance", risk);
        body.put("investment_horizon", horizon);
        putList(body, "preferred_sectors", preferredSectors);
        putList(body, "excluded_assets", excludedAssets);
        putList(body, "excluded_sectors", excludedSectors);
        putList(body, "asset_types", assetTypes);
        put(body, "diversification_preference", diversification);
        put(body, "esg_preference", esg);
        putList(body, "current_holdings", held());
        put(body, "currency", currency);
        put(body, "benchmark", benchmark);
        put(body, "as_of", asOf);
        return body;
    }

    private List<Map<String, Object>> held() {
        List<Map<String, Object>> held = new ArrayList<>();
        for (String holding : holdings) {
            int equals = holding.indexOf('=');
            try {
                held.add(Map.of(
                        "asset",
                        holding.substring(0, equals),
                        "shares",
                        new BigDecimal(holding.substring(equals + 1))));
            } catch (NumberFormatException | StringIndexOutOfBoundsException _) {
                throw AppException.invalid("--holding", holding, HOLDING + ", such as AAPL=10");
            }
        }
        return held;
    }

    private static void put(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static void putList(Map<String, Object> body, String name, List<?> values) {
        if (!values.isEmpty()) {
            body.put(name, values);
        }
    }
}
