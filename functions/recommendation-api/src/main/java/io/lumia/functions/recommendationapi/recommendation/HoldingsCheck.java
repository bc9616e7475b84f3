package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.kernel.AppException;
import io.lumia.recommendation.request.Holding;
import io.lumia.recommendation.request.RecommendationRequest;
import io.lumia.recommendation.request.RequestFault;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only the market shows about present holdings: whether we know them, and what they are worth. */
final class HoldingsCheck {

    private static final String PATH = "current_holdings";

    private final RecommendationRequest request;
    private final MarketSnapshot snapshot;
    private final List<RequestFault> faults = new ArrayList<>();
    private BigDecimal worth = BigDecimal.ZERO;

    private HoldingsCheck(RecommendationRequest request, MarketSnapshot snapshot) {
        this.request = request;
        this.snapshot = snapshot;
    }

    static List<RequestFault> faults(RecommendationRequest request, MarketSnapshot snapshot) {
        HoldingsCheck check = new HoldingsCheck(request, snapshot);
        for (int i = 0; i < request.holdings().size(); i++) {
            check.add("%s[%d].asset".formatted(PATH, i), request.holdings().get(i));
        }
        check.compareWithCapital();
        return List.copyOf(check.faults);
    }

    private void add(String path, Holding holding) {
        Optional<SnapshotAsset> found = snapshot.find(holding.asset());
        if (found.isEmpty()) {
            refuse(path, holding.asset(), "an asset that our books know as of " + snapshot.session());
        } else if (found.get().prices().isEmpty()) {
            refuse(path, holding.asset(), "an asset with prices up to " + snapshot.session());
        } else if (!found.get().definition().currency().equals(request.currency())) {
            refuse(path, holding.asset(), "an asset priced in " + request.currency());
        } else {
            BigDecimal price = BigDecimal.valueOf(found.get().prices().lastClose());
            worth = worth.add(holding.shares().multiply(price));
        }
    }

    private void compareWithCapital() {
        if (worth.compareTo(request.capital()) > 0) {
            refuse(
                    PATH,
                    "worth " + worth.stripTrailingZeros().toPlainString(),
                    "at most the capital, %s, which they are part of"
                            .formatted(request.capital().toPlainString()));
        }
    }

    private void refuse(String path, String value, String allowed) {
        faults.add(new RequestFault(
                path, String.valueOf(AppException.invalid(path, value, allowed).getMessage())));
    }
}
