package io.lumia.functions.recommendationapi.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.recommendationapi.ApiUnderTest;
import io.lumia.kernel.access.Principal;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.testing.FakeSnapshots;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayApiTest {

    private static final LocalDate DAY = LocalDate.parse("2014-12-15");

    private final ApiUnderTest api = ApiUnderTest.start(Map.of());
    private final FakeSnapshots snapshots = api.bean(FakeSnapshots.class);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void isIdenticalAlsoAfterLoadingMore() {
        Answer made = api.recommend("""
                {"capital": 25000.00, "risk_tolerance": "moderate", "investment_horizon": "medium",
                 "current_holdings": [{"asset": "a02", "shares": 2.50}, {"asset": "A03", "shares": 10}]}""");
        snapshots.load();

        Answer replay = replay(made);

        assertThat(replay.status()).as(replay.body()).isEqualTo(200);
        assertThat(replay.at("data", "identical")).as(replay.body()).isEqualTo(true);
        assertThat(replay.at("data", "snapshot_identical")).isEqualTo(true);
        assertThat(replay.at("data", "replayed_hash")).isEqualTo(made.at("data", "result_hash"));
        assertThat(replay.rows("data", "causes")).isEmpty();
        assertThat(replay.rows("data", "differences")).isEmpty();
        assertThat(snapshots.reads())
                .as("the books are looked into, not the memory")
                .isEqualTo(2);
    }

    @Test
    void namesTheRowThatWasChangedBehindOurBack() {
        Answer made = api.recommend(ApiUnderTest.QUESTION);
        String held = String.valueOf(made.at("data", "positions", 0, "symbol"));
        snapshots.tamper(held, DAY, snapshots.close(held, DAY) * 1.5);

        Answer replay = replay(made);

        assertThat(replay.at("data", "identical")).isEqualTo(false);
        assertThat(replay.at("data", "snapshot_identical")).isEqualTo(false);
        assertThat(replay.rows("data", "causes")).singleElement().satisfies(cause -> assertThat(cause)
                .containsEntry("kind", "row")
                .containsEntry("symbol", held)
                .containsEntry("asset", FakeSnapshots.idOf(held).toString())
                .containsEntry("input", "bar")
                .containsEntry("key", "2014-12-15")
                .containsEntry("change", "changed"));
        assertThat(replay.column("path", "data", "differences")).contains("basis.snapshot_id");
        assertThat(replay.rows("data", "differences")).hasSizeBetween(2, Replay.MAX_DIFFERENCES);
    }

    @Test
    void saysWhatItCannotCompute() {
        UUID old = copyOf(api.recommended(), "1999-01", "1");

        Answer replay = api.post(ApiUnderTest.PATH + "/" + old + "/replay", "");

        assertThat(replay.at("data", "identical")).isEqualTo(false);
        assertThat(replay.at("data", "replayed_hash")).isNull();
        assertThat(replay.column("kind", "data", "causes")).containsExactly("configuration");
    }

    @Test
    void namesAnotherEngine() {
        UUID old = copyOf(api.recommended(), null, "0");

        Answer replay = api.post(ApiUnderTest.PATH + "/" + old + "/replay", "");

        assertThat(replay.at("data", "identical")).isEqualTo(true);
        assertThat(replay.column("kind", "data", "causes")).containsExactly("engine");
    }

    /** As if it had been made by others. */
    private UUID copyOf(String id, @Nullable String configuration, String engine) {
        RecommendationBook book = api.bean(RecommendationBook.class);
        StoredRecommendation made =
                book.find(UUID.fromString(id), Principal.OPERATOR.actor()).orElseThrow();
        UUID copy = new UUID(1, 1);
        book.add(new StoredRecommendation(
                copy,
                made.actor(),
                made.createdAt(),
                made.request(),
                made.snapshotId(),
                made.asOf(),
                made.knownAt(),
                made.session(),
                made.sentimentModel(),
                configuration == null ? made.configuration() : configuration,
                engine,
                made.variant(),
                made.seed(),
                made.outcome(),
                made.answer(),
                made.resultHash()));
        return copy;
    }

    @Test
    void othersRecommendationsAreNotFound() {
        assertThat(api.post(ApiUnderTest.PATH + "/00000000-0000-0000-0000-000000000001/replay", "")
                        .status())
                .isEqualTo(404);
    }

    private Answer replay(Answer made) {
        return api.post(ApiUnderTest.PATH + "/" + made.at("data", "id") + "/replay", "");
    }
}
