package io.lumia.functions.collectionapi.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.QuarantineReview;
import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.FactStore;
import io.lumia.platform.database.Sql;
import io.lumia.web.testing.ApiCalls.Answer;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuarantineApiTest {

    private static final String QUARANTINE = "/api/v1/collection/quarantine";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private ApiUnderTest api;

    @BeforeEach
    void someRowsAreSetAside() {
        api = ApiUnderTest.writable();
        TestQuarantine.fill(api.context());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void listsAndFiltersRowsNewestFirst() {
        assertThat(api.get(QUARANTINE).column("id", "data")).containsExactly(5, 4, 3, 2, 1);
        assertThat(api.get(QUARANTINE + "?symbol=AAPL&dataset=bars").column("id", "data"))
                .containsExactly(2, 1);
        assertThat(api.get(QUARANTINE + "?reason=unexplained_jump&status=waiting&job=daily-prices")
                        .column("id", "data"))
                .containsExactly(1);
        assertThat(api.get(QUARANTINE + "?job=nightly").rows("data")).isEmpty();
        assertThat(api.get(QUARANTINE + "?per_page=2&page=3").at("pagination", "total_items"))
                .isEqualTo(5);
        assertThat(api.get(QUARANTINE + "?status=maybe&reason=none&dataset=x").refused())
                .containsExactly("reason", "dataset", "status");
    }

    @Test
    void showsOneRow() {
        Answer row = api.get(QUARANTINE + "/1");

        assertThat(row.at("data", "symbol")).isEqualTo("AAPL");
        assertThat(row.at("data", "releasable")).isEqualTo(true);
        assertThat(api.get(QUARANTINE + "/2").at("data", "releasable")).isEqualTo(false);
        assertThat(api.get(QUARANTINE + "/3").at("data", "releasable")).isEqualTo(false);
        assertThat(api.get(QUARANTINE + "/99").status()).isEqualTo(404);
        assertThat(api.get(QUARANTINE + "/one").refused()).isEqualTo(List.of("id"));
    }

    @Test
    void aReleasedBarIsInTheBooksWithItsFlagAndTold() {
        Answer answer = post("/1/release", "{\"note\": \"the exchange says so\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("data", "status")).isEqualTo("released");
        assertThat(answer.at("data", "decided_by")).isEqualTo("local");
        assertThat(answer.at("data", "note")).isEqualTo("the exchange says so");
        DailyBar stored = lastBar("AAPL");
        assertThat(stored.close()).isEqualTo(220.5);
        assertThat(BarFlag.of(stored.flags())).containsExactly(BarFlag.RELEASED);
        assertThat(texts("SELECT detail_type || ' ' || source FROM platform.outbox"))
                .containsExactly("PricesLoaded lumia.collection-api");
        assertThat(texts("SELECT actor || ' ' || action || ' ' || subject FROM collection.audit_entry"))
                .containsExactly("local quarantine.release quarantine/1");
    }

    @Test
    void aReleasedActionIsInTheBooks() {
        assertThat(post("/5/release", "").status()).isEqualTo(200);

        Asset apple = asset("AAPL");
        assertThat(api.bean(FactStore.class).actions(List.of(apple)).get(apple))
                .anySatisfy(action -> assertThat(action.value()).isEqualTo(150));
    }

    @Test
    void aDecisionIsFinal() {
        assertThat(post("/1/reject", "{\"note\": \"a typing error\"}").at("data", "status"))
                .isEqualTo("rejected");

        Answer again = post("/1/release", "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("error", "code")).isEqualTo("CONFLICT");
        assertThat(again.body()).contains("row 1 was rejected", "by local", "final");
    }

    @Test
    void whatCannotBeRightIsNotReleased() {
        assertThat(post("/2/release", "").body()).contains("CONFLICT", "malformed_line");
        assertThat(post("/3/release", "").body()).contains("CONFLICT", "negative_volume");
        assertThat(post("/4/release", "").body()).contains("CONFLICT", "no asset had the symbol NOSUCH");
        assertThat(api.get(QUARANTINE + "?status=waiting").at("pagination", "total_items"))
                .isEqualTo(5);
        assertThat(texts("SELECT subject FROM collection.audit_entry")).isEmpty();
    }

    @Test
    void collectingARowAgainChangesNoDecision() {
        post("/1/reject", "");

        int added = TestQuarantine.setAside(api.context(), Dataset.BARS, TestQuarantine.jump());

        assertThat(added).isZero();
        assertThat(api.get(QUARANTINE + "/1").at("data", "status")).isEqualTo("rejected");
    }

    @Test
    void theChecksLearnWhatWasReleased() {
        post("/1/release", "");

        Map<String, List<DailyBar>> released =
                api.bean(QuarantineReview.class).releasedBars(TestQuarantine.SOURCE, List.of("AAPL"));

        assertThat(released.get("AAPL")).containsExactly(TestQuarantine.JUMP);
    }

    @Test
    void decidesAboutManyAndCountsThem() {
        Answer released = post("/decisions", "{\"decision\": \"release\", \"filter\": {\"start\": \"2015-01-01\"}}");
        Answer rejected =
                post("/decisions", "{\"decision\": \"reject\", \"filter\": {\"symbol\": \"AAPL\"}, \"note\": \"no\"}");

        assertThat(released.at("data", "decided")).as(released.body()).isEqualTo(1);
        assertThat(released.column("id", "data", "refused")).containsExactly(4);
        assertThat(released.at("data", "waiting")).isEqualTo(2);
        assertThat(rejected.at("data", "decided")).isEqualTo(2);
        assertThat(rejected.at("data", "waiting")).isEqualTo(0);
        assertThat(api.get(QUARANTINE + "?status=rejected").column("id", "data"))
                .containsExactly(5, 2);
    }

    @Test
    void allFaultsOfABodyAreNamedAtOnce() {
        Answer answer = post("/decisions", "{\"decision\": 1, \"filter\": {\"colour\": \"red\"}, \"size\": 2}");
        Answer values =
                post("/decisions", "{\"decision\": \"keep\", \"filter\": {\"reason\": \"odd\", \"start\": \"2015\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused()).containsExactlyInAnyOrder("decision", "filter.colour", "size");
        assertThat(values.refused()).containsExactlyInAnyOrder("decision", "filter.reason", "filter.start");
        assertThat(post("/decisions", "{\"decision\": \"reject\", \"filter\": {}}")
                        .refused())
                .isEqualTo(List.of("filter"));
        assertThat(post("/decisions", "").refused()).isEqualTo(List.of("body"));
        assertThat(post("/decisions", "{\"decision\": ").refused()).isEqualTo(List.of("body"));
        assertThat(post("/1/reject", "{\"note\": \"" + "n".repeat(300_000) + "\"}")
                        .refused())
                .isEqualTo(List.of("body"));
        assertThat(post("/1/reject", "{\"note\": \"" + "n".repeat(1_001) + "\"}")
                        .refused())
                .isEqualTo(List.of("note"));
    }

    private Answer post(String path, String body) {
        return api.send("POST", QUARANTINE + path, JSON, body.isEmpty() ? null : body);
    }

    private Asset asset(String symbol) {
        return api.bean(AssetCatalog.class)
                .find(new Symbol(symbol), LocalDate.parse("2015-01-02"))
                .orElseThrow();
    }

    private DailyBar lastBar(String symbol) {
        Asset asset = asset(symbol);
        return api.bean(FactStore.class)
                .recentBars(List.of(asset), LocalDate.parse("2015-02-01"), 1)
                .get(asset)
                .getFirst();
    }

    private List<String> texts(String query) {
        return api.bean(Sql.class).prepare(query, statement -> {
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }
}
