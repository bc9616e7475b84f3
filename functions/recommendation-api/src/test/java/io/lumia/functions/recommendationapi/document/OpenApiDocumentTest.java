package io.lumia.functions.recommendationapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.functions.recommendationapi.ApiUnderTest;
import io.lumia.recommendation.record.Grade;
import io.lumia.recommendation.record.RecommendationBook;
import io.lumia.web.testing.DocumentRules;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest extends DocumentRules {

    private static final ApiUnderTest API = ApiUnderTest.start(Map.of());
    private static final String ONE = graded();
    private static final String BACKTEST = ordered();

    OpenApiDocumentTest() {
        super(API, "recommendation-api");
    }

    /** Once, however often examples are asked for. */
    private static String graded() {
        String one = API.recommended();
        API.bean(RecommendationBook.class)
                .add(Grade.of(
                        UUID.fromString(one),
                        5,
                        ApiUnderTest.NOW,
                        LocalDate.parse("2015-01-08"),
                        0.0125,
                        0.0075,
                        List.of()));
        return one;
    }

    /** Nobody runs it here. */
    private static String ordered() {
        String order = """
                {"request": {"capital": 25000, "risk_tolerance": "moderate", "investment_horizon": "long"},
                 "from": "2014-06-30", "to": "2014-12-30"}""";
        return String.valueOf(API.post("/api/v1/backtests", order).at("data", "id"));
    }

    @Override
    protected Map<String, ExampleRequest> examples() {
        String path = ApiUnderTest.PATH + "/" + ONE;
        String question = """
                {"capital": 40000, "risk_tolerance": "aggressive", "investment_horizon": "long", "preferred_sectors": ["Energy"],
                 "excluded_assets": ["A01"], "current_holdings": [{"asset": "A02", "shares": 20}], "as_of": "2014-12-30"}""";
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("getScorecard.json", ExampleRequest.get(ApiUnderTest.PATH + "/scorecard"));
        requests.put(
                "giveFeedback.json",
                new ExampleRequest(
                        "POST", path + "/feedback", "{\"kind\": \"rating\", \"value\": 4, \"text\": \"clear\"}"));
        requests.put("getRecommendation.json", ExampleRequest.get(path));
        requests.put("getRecommendationFrontier.json", ExampleRequest.get(path + "/frontier"));
        requests.put("replayRecommendation.json", new ExampleRequest("POST", path + "/replay", null));
        requests.put("createRecommendation.json", new ExampleRequest("POST", ApiUnderTest.PATH, question));
        requests.put(
                "recommend.json",
                new ExampleRequest(
                        "POST",
                        "/api/v1/recommend",
                        "{\"capital\": 5, \"risk_tolerance\": \"conservative\", \"investment_horizon\": \"short\"}"));
        String order = """
                {"request": {"capital": 40000, "risk_tolerance": "moderate", "investment_horizon": "medium"},
                 "from": "2014-06-30", "to": "2014-12-30", "rebalancing": "monthly_last"}""";
        requests.put("createBacktest.json", new ExampleRequest("POST", "/api/v1/backtests", order));
        requests.put("getBacktest.json", ExampleRequest.get("/api/v1/backtests/" + BACKTEST));
        requests.put("listBacktests.json", ExampleRequest.get("/api/v1/backtests"));
        requests.put("listRecommendations.json", ExampleRequest.get(ApiUnderTest.PATH + "?per_page=2"));
        return requests;
    }

    @Override
    protected String examplesFolder() {
        return "shared/web/src/main/resources/openapi-examples";
    }

    @Test
    void everyFieldSaysWhatItIs() {
        document().at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(field -> assertThat(isDescribed(field.getValue()))
                        .as("%s.%s", schema.getKey(), field.getKey())
                        .isTrue()));
    }

    /** What refers to another schema is described there. */
    private static boolean isDescribed(JsonNode field) {
        return field.hasNonNull("description")
                || field.has("$ref")
                || field.path("items").has("$ref");
    }

    /** market-api serves the document of all functions and cannot look into this one. */
    @Test
    void theServedPartIsWhatWasGenerated() throws IOException {
        assertIsCommitted(
                resource("/META-INF/swagger/recommendation-api.json"),
                "/openapi/parts/recommendation-api.json",
                "shared/web/src/main/resources/openapi/parts/recommendation-api.json");
    }
}
