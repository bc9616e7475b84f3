package io.lumia.functions.recommendationapi.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.UserId;
import io.lumia.accounts.profile.InvestmentHorizon;
import io.lumia.accounts.profile.Profile;
import io.lumia.accounts.profile.Profiles;
import io.lumia.accounts.profile.RiskTolerance;
import io.lumia.functions.recommendationapi.ApiUnderTest;
import io.lumia.functions.recommendationapi.TickingClock;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.http.Admission;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.testing.FakeSnapshots;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecommendApiTest {

    private final ApiUnderTest api = ApiUnderTest.start(Map.of());

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void recommendsAndKeepsIt() {
        Answer answer = api.recommend(ApiUnderTest.QUESTION);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("data", "outcome")).isEqualTo("recommended");
        assertThat(answer.at("data", "variant")).isEqualTo("a");
        assertThat(answer.at("data", "basis", "session")).isEqualTo("2014-12-31");
        assertThat(answer.at("metadata", "as_of")).isEqualTo("2015-01-02T12:00:00Z");
        assertThat(answer.at("metadata", "snapshot_id")).isEqualTo(answer.at("data", "basis", "snapshot_id"));
        assertThat(answer.rows("data", "positions")).isNotEmpty().allSatisfy(position -> assertThat(position)
                .containsKeys("asset_id", "allocation", "rationale", "evidence", "risk", "what_would_change"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        StoredRecommendation stored = api.bean(RecommendationBook.class)
                .find(UUID.fromString(String.valueOf(answer.at("data", "id"))), Principal.OPERATOR.actor())
                .orElseThrow();
        assertThat(stored.outcome()).isEqualTo(Outcome.RECOMMENDED);
        assertThat(stored.session()).isEqualTo(LocalDate.parse("2014-12-31"));
        assertThat(stored.resultHash()).isEqualTo(answer.at("data", "result_hash"));
    }

    @Test
    void aPersonsProfileSaysWhatTheQuestionDoesNot() {
        UserId ada = new UserId(new UUID(0, 1));
        keepProfile(ada, new Profile(RiskTolerance.MODERATE, InvestmentHorizon.MEDIUM, Set.of(), Set.of()));
        Principal person = new Principal(Principal.Kind.PERSON, ada.toString(), Role.USER, Role.USER.scopes(), null);
        Map<String, String> headers = Map.of("Content-Type", "application/json");

        Answer answer =
                api.sendAs(new Admission(person, null), "POST", ApiUnderTest.PATH, headers, "{\"capital\": 25000}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("from your profile: risk_tolerance, investment_horizon");
        assertThat(api.recommend("{\"capital\": 25000}").status()).isEqualTo(400);
    }

    private void keepProfile(UserId user, Profile profile) {
        api.bean(Transactions.class).inTransaction(() -> {
            api.bean(Sql.class).prepare("""
                INSERT INTO accounts.user_account (user_id, role, plan, issuer, created_at)
                VALUES (?, 'user', 'standard', 'a test', now())
                """, statement -> {
                statement.setObject(1, user.value());
                return statement.executeUpdate();
            });
            api.bean(Profiles.class).put(user, profile, Instant.EPOCH);
        });
    }

    @Test
    void showsLaterWhatItSaidThen() {
        Answer made = api.recommend(ApiUnderTest.QUESTION);

        Answer shown = api.get(ApiUnderTest.PATH + "/" + made.at("data", "id"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("data")).isEqualTo(made.at("data"));
        assertThat(shown.at("metadata", "snapshot_id")).isEqualTo(made.at("metadata", "snapshot_id"));
        assertThat(api.get(ApiUnderTest.PATH + "/00000000-0000-0000-0000-000000000001")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theSameQuestionHasTheSameResultUnderBothNamesAndIsReadOnce() {
        Answer first = api.recommend(ApiUnderTest.QUESTION);
        Answer second = api.post("/api/v1/recommend", ApiUnderTest.QUESTION.replace("25000", "25000.00"));

        assertThat(second.at("data", "result_hash")).isEqualTo(first.at("data", "result_hash"));
        assertThat(second.at("data", "id")).isNotEqualTo(first.at("data", "id"));
        assertThat(api.bean(FakeSnapshots.class).reads()).isEqualTo(1);
    }

    /** Not even the instants differ: they are those at which the market was read. */
    @Test
    void aMomentLaterTheAnswerIsTheSame() {
        ApiUnderTest ticking = ApiUnderTest.start(Map.of(), new TickingClock());
        try {
            Answer first = ticking.recommend(ApiUnderTest.QUESTION);
            Answer second = ticking.recommend(ApiUnderTest.QUESTION);

            assertThat(second.at("data", "created_at")).isNotEqualTo(first.at("data", "created_at"));
            assertThat(second.at("data", "basis")).isEqualTo(first.at("data", "basis"));
            assertThat(second.at("data", "positions")).isEqualTo(first.at("data", "positions"));
            assertThat(second.at("data", "result_hash")).isEqualTo(first.at("data", "result_hash"));
            assertThat(ticking.bean(FakeSnapshots.class).reads()).isEqualTo(1);
        } finally {
            ticking.close();
        }
    }

    @Test
    void readsAgainWhenOurBooksChangedOrAnotherTimeIsAsked() {
        FakeSnapshots snapshots = api.bean(FakeSnapshots.class);
        api.recommend(ApiUnderTest.QUESTION);

        snapshots.load();
        api.recommend(ApiUnderTest.QUESTION);
        assertThat(snapshots.reads()).isEqualTo(2);

        Answer before = api.recommend(ApiUnderTest.QUESTION.replace("}", ", \"as_of\": \"2014-12-30\"}"));
        assertThat(snapshots.reads()).isEqualTo(3);
        assertThat(before.at("data", "basis", "session")).isEqualTo("2014-12-30");
        assertThat(before.at("metadata", "as_of")).isEqualTo("2014-12-31T05:00:00Z");
        assertThat(before.at("data", "basis", "known_at")).isEqualTo("2015-01-02T12:00:00Z");
    }

    @Test
    void namesAllFaultsAtOnce() {
        Answer answer = api.recommend("""
            {"capital": 0.5, "risk_tolerance": "bold", "preferred_sectors": ["Energy"], "excluded_sectors": ["energy"],
             "asset_types": ["bond"], "current_holdings": [{"asset": "A01", "shares": -1}], "currency": "dollars",
             "as_of": "tomorrow"}\
            """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused())
                .containsExactlyInAnyOrder(
                        "capital",
                        "risk_tolerance",
                        "investment_horizon",
                        "preferred_sectors",
                        "asset_types[0]",
                        "current_holdings[0].shares",
                        "currency",
                        "as_of");
    }

    @Test
    void namesFaultsOfShapeAndOfValuesTogetherAndEachFieldOnce() {
        Answer answer = api.recommend("""
            {"capital": "x", "risk_tolerance": "bold", "current_holdings": [{"asset": "A01", "shares": "2"}], "colour": "red"}\
            """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused())
                .containsExactlyInAnyOrder(
                        "capital", "current_holdings[0].shares", "colour", "risk_tolerance", "investment_horizon");
        assertThat(answer.at("error", "code")).isEqualTo("INVALID_INPUT");
    }

    @Test
    void refusesUnknownFieldsByName() {
        Answer answer = api.recommend(ApiUnderTest.QUESTION.replace("}", ", \"colour\": \"red\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused()).containsExactly("colour");
        assertThat(answer.at("error", "code")).isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void refusesHoldingsThatTheMarketDoesNotKnowOrThatAreWorthMoreThanTheCapital() {
        double price = api.bean(FakeSnapshots.class).close("A02", LocalDate.parse("2014-12-31"));
        long tooMany = (long) Math.ceil(25_000 / price) + 1;

        Answer answer = api.recommend(ApiUnderTest.QUESTION.replace(
                "}",
                ", \"current_holdings\": [{\"asset\": \"A02\", \"shares\": %d}, {\"asset\": \"NOSUCH\", \"shares\": 1}]}"
                        .formatted(tooMany)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused()).containsExactly("current_holdings[1].asset", "current_holdings");
        assertThat(api.get(ApiUnderTest.PATH).at("pagination", "total_items")).isEqualTo(0);
    }

    @Test
    void withholdsWithReasons() {
        Answer answer = api.recommend(ApiUnderTest.QUESTION.replace("25000", "2"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("data", "outcome")).isEqualTo("withheld");
        assertThat(answer.column("code", "data", "reasons")).containsExactly("capital_too_small");
        assertThat(answer.rows("data", "positions")).isEmpty();
        assertThat(answer.at("data", "summary")).isNull();
    }

    @Test
    void anIdempotencyKeyKeepsOneRecommendation() {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", "once");

        Answer first = api.send("POST", ApiUnderTest.PATH, headers, ApiUnderTest.QUESTION);
        Answer second = api.send("POST", ApiUnderTest.PATH, headers, ApiUnderTest.QUESTION);
        Answer other = api.send("POST", ApiUnderTest.PATH, headers, ApiUnderTest.QUESTION.replace("25000", "26000"));

        assertThat(second.at("data", "id")).isEqualTo(first.at("data", "id"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(ApiUnderTest.PATH).at("pagination", "total_items")).isEqualTo(1);
    }

    @Test
    void listsNewestFirst() {
        ApiUnderTest ticking = ApiUnderTest.start(Map.of(), new TickingClock());
        try {
            String first = ticking.recommended();
            String second = ticking.recommended();

            Answer page = ticking.get(ApiUnderTest.PATH + "?per_page=1");

            assertThat(page.at("pagination", "total_pages")).isEqualTo(2);
            assertThat(page.column("id", "data")).containsExactly(second);
            assertThat(page.at("data", 0, "request", "risk_tolerance")).isEqualTo("moderate");
            assertThat(ticking.get(ApiUnderTest.PATH + "?per_page=1&page=2").column("id", "data"))
                    .containsExactly(first);
        } finally {
            ticking.close();
        }
    }

    @Test
    void takesFeedback() {
        String path = ApiUnderTest.PATH + "/" + api.recommended();

        Answer rated = api.post(path + "/feedback", "{\"kind\": \"rating\", \"value\": 5}");
        api.post(path + "/feedback", "{\"kind\": \"comment\", \"text\": \"why no banks?\"}");
        Answer bad = api.post(path + "/feedback", "{\"kind\": \"followed\", \"value\": 5}");

        assertThat(rated.status()).isEqualTo(200);
        assertThat(rated.at("data", "actor")).isEqualTo("local");
        assertThat(api.get(path).column("kind", "data", "feedback")).containsExactlyInAnyOrder("rating", "comment");
        assertThat(bad.refused()).containsExactly("value");
        assertThat(api.post(path + "/feedback", "{\"kind\": \"rating\", \"value\": 6}")
                        .refused())
                .containsExactly("value");
        assertThat(api.post(path + "/feedback", "{\"kind\": \"comment\"}").refused())
                .containsExactly("text");
        assertThat(api.post(path + "/feedback", "{\"kind\": \"applause\"}").refused())
                .containsExactly("kind");
        assertThat(api.post(
                                ApiUnderTest.PATH + "/00000000-0000-0000-0000-000000000001/feedback",
                                "{\"kind\": \"followed\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theScorecardSaysThatItIsEmpty() {
        Answer answer = api.get(ApiUnderTest.PATH + "/scorecard");

        assertThat(answer.rows("data")).isEmpty();
        assertThat(String.valueOf(answer.at("message"))).contains("graded yet");
    }

    @Test
    void instantsAreKeptAsTheBooksCanKeepThem() {
        Clock clock = Clock.fixed(Instant.parse("2015-01-02T12:00:00.123456789Z"), ZoneOffset.UTC);
        ApiUnderTest exact = ApiUnderTest.start(Map.of(), clock);
        try {
            Answer made = exact.recommend(ApiUnderTest.QUESTION);

            assertThat(made.at("data", "basis", "known_at")).isEqualTo("2015-01-02T12:00:00.123456Z");
            assertThat(exact.post(ApiUnderTest.PATH + "/" + made.at("data", "id") + "/replay", "")
                            .at("data", "identical"))
                    .isEqualTo(true);
        } finally {
            exact.close();
        }
    }
}
