package io.lumia.recommendation.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.recommendation.request.RequestCheck.Checked;
import io.lumia.recommendation.request.RequestDraft.HoldingDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestCheckTest {

    private static final Instant NOW = Instant.parse("2017-11-13T15:00:00Z");

    @Test
    void fillsInWhatIsUsual() {
        RecommendationRequest request = accepted(draft("25000", "moderate", "medium", null));

        assertThat(request.capital()).isEqualByComparingTo("25000");
        assertThat(request.assetTypes()).containsExactlyInAnyOrder(AssetType.STOCK, AssetType.ETF);
        assertThat(request.diversification()).isEqualTo(DiversificationPreference.MEDIUM);
        assertThat(request.esg()).isEqualTo(EsgPreference.NONE);
        assertThat(request.currency()).isEqualTo("USD");
        assertThat(request.benchmark()).isEqualTo("SPY");
        assertThat(request.asOf().instant()).isEqualTo(NOW);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        RequestDraft draft = new RequestDraft(
                new BigDecimal("-1"),
                "brave",
                null,
                List.of("Energy"),
                List.of("AAPL", "not a symbol"),
                List.of("energy"),
                List.of("stock", "house"),
                "some",
                "always",
                List.of(
                        new HoldingDraft("AAPL", BigDecimal.ONE),
                        new HoldingDraft("aapl", BigDecimal.ZERO),
                        new HoldingDraft(null, null)),
                "dollars",
                null,
                "2018-01-01");

        Checked checked = RequestCheck.check(draft, NOW);

        assertThat(checked).isInstanceOfSatisfying(Checked.Refused.class, refused -> assertThat(refused.faults())
                .extracting(RequestFault::path)
                .containsExactlyInAnyOrder(
                        "capital",
                        "risk_tolerance",
                        "investment_horizon",
                        "preferred_sectors",
                        "excluded_assets[1]",
                        "asset_types[1]",
                        "diversification_preference",
                        "esg_preference",
                        "current_holdings[1].asset",
                        "current_holdings[1].shares",
                        "current_holdings[2].asset",
                        "current_holdings[2].shares",
                        "currency",
                        "as_of"));
    }

    @Test
    void saysWhichValueAndWhatIsAllowed() {
        Checked checked = RequestCheck.check(draft("25000", "brave", "medium", null), NOW);

        assertThat(checked).isInstanceOfSatisfying(Checked.Refused.class, refused -> assertThat(refused.faults())
                .singleElement()
                .extracting(RequestFault::message)
                .isEqualTo("risk_tolerance is 'brave'; allowed: conservative, moderate, aggressive"));
    }

    @Test
    void takesADayForItsEndInNewYorkAndTodayForNow() {
        assertThat(accepted(draft("1", "moderate", "long", "2017-11-10")).asOf().instant())
                .isEqualTo(Instant.parse("2017-11-11T05:00:00Z"));
        assertThat(accepted(draft("1", "moderate", "long", "2017-11-13")).asOf().instant())
                .isEqualTo(NOW);
    }

    @Test
    void boundsLists() {
        RequestDraft draft = new RequestDraft(
                BigDecimal.TEN,
                "moderate",
                "long",
                null,
                Collections.nCopies(RequestCheck.MAX_ENTRIES + 1, "AAPL"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(RequestCheck.check(draft, NOW)).isInstanceOf(Checked.Refused.class);
    }

    private static RecommendationRequest accepted(RequestDraft draft) {
        assertThat(RequestCheck.check(draft, NOW)).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) RequestCheck.check(draft, NOW)).request();
    }

    private static RequestDraft draft(String capital, String risk, String horizon, @Nullable String asOf) {
        return new RequestDraft(
                new BigDecimal(capital), risk, horizon, null, null, null, null, null, null, null, null, null, asOf);
    }
}
