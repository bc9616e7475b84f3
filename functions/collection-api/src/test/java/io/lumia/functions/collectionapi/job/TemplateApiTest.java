package io.lumia.functions.collectionapi.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TemplateApiTest {

    private static final String TEMPLATES = "/api/v1/collection/templates";
    private static final String JOBS = "/api/v1/collection/jobs";
    private static final String SAVED = """
            {"name": "mine", "description": "My list",
             "job": {"collector": {"provider": "test_exchange"}, "datasets": ["bars"],
                     "assets": {"types": ["stock"], "symbols": ["AAPL"]},
                     "schedule": {"kind": "on_demand"}, "limits": {"max_items": 5}}}
            """;

    private ApiUnderTest api;

    @BeforeEach
    void start() {
        api = ApiUnderTest.writable();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void listsTheBuiltInOnes() {
        Answer answer = api.get(TEMPLATES);

        assertThat(answer.column("name", "data"))
                .startsWith("daily-prices")
                .contains(
                        "news-in-market-hours",
                        "filings-in-market-hours",
                        "quarterly-fundamentals",
                        "weekly-metadata",
                        "monthly-macro");
        assertThat(answer.at("data", 0, "built_in")).isEqualTo(true);
        assertThat(answer.at("data", 0, "job", "collector", "provider")).isEqualTo("yahoo");
    }

    @Test
    void makesAJobOfATemplate() {
        Answer answer = api.sendJson("POST", JOBS, """
                {"template": "daily-prices", "name": "two-stocks", "assets": {"symbols": ["AAPL", "MSFT"]},
                 "collector": {"fallbacks": []}, "limits": {"max_calls": 10}}
                """);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("data", "collector"))
                .isEqualTo(Map.of("provider", "yahoo", "fallbacks", List.of(), "location", ""));
        assertThat(answer.at("data", "assets"))
                .isEqualTo(Map.of("types", List.of("stock", "etf"), "symbols", List.of("AAPL", "MSFT")));
        assertThat(answer.at("data", "limits", "max_calls")).isEqualTo(10);
        assertThat(answer.at("data", "limits", "max_items")).isEqualTo(10_000);
        assertThat(answer.at("data", "schedule", "calendar")).isEqualTo("united_states");
    }

    @Test
    void aWholeSectionMayBeLeftToTheTemplate() {
        Answer answer = api.sendJson(
                "POST",
                JOBS,
                "{\"template\": \"daily-prices\", \"name\": \"copy\", \"collector\": {\"location\": \"\"}}");

        assertThat(answer.at("data", "collector", "fallbacks"))
                .as(answer.body())
                .isEqualTo(List.of("cboe", "tiingo", "alphavantage"));
        assertThat(answer.at("data", "datasets")).isEqualTo(List.of("assets", "bars"));
    }

    @Test
    void aTemplateThatThereIsNotIsNamed() {
        Answer answer = api.sendJson("POST", JOBS, "{\"template\": \"nosuch\", \"name\": \"copy\"}");

        assertThat(answer.refused()).isEqualTo(List.of("template"));
        assertThat(answer.body()).contains("daily-prices");
    }

    @Test
    void savesATemplateAndStartsFromIt() {
        Answer saved = api.sendJson("POST", TEMPLATES, SAVED);
        Answer job = api.sendJson("POST", JOBS, "{\"template\": \"mine\", \"name\": \"from-mine\"}");

        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        assertThat(saved.header("Location")).isEqualTo(TEMPLATES + "/mine");
        assertThat(api.get(TEMPLATES + "/mine").at("data")).isEqualTo(saved.at("data"));
        assertThat(api.get(TEMPLATES).column("name", "data")).endsWith("mine");
        assertThat(job.status()).as(job.body()).isEqualTo(201);
        assertThat(job.at("data", "limits", "max_items")).isEqualTo(5);
        assertThat(api.sendJson("POST", TEMPLATES, SAVED).status()).isEqualTo(409);
    }

    @Test
    void whatIsWrongWithATemplateIsSaidByPath() {
        Answer answer = api.sendJson(
                "POST", TEMPLATES, SAVED.replace("[\"bars\"]", "[\"gossip\"]").replace("on_demand", "never"));

        assertThat(answer.refused()).containsExactlyInAnyOrder("job.datasets[0]", "job.schedule.kind");
        assertThat(api.sendJson("POST", TEMPLATES, "{\"name\": \"x\"}").refused())
                .isEqualTo(List.of("job"));
    }

    @Test
    void deletesSavedOnesOnly() {
        api.sendJson("POST", TEMPLATES, SAVED);

        assertThat(api.sendJson("DELETE", TEMPLATES + "/mine", "").at("data", "name"))
                .isEqualTo("mine");
        assertThat(api.sendJson("DELETE", TEMPLATES + "/mine", "").status()).isEqualTo(404);
        assertThat(api.sendJson("DELETE", TEMPLATES + "/daily-prices", "").status())
                .isEqualTo(409);
        assertThat(api.sendJson("POST", TEMPLATES, SAVED.replace("\"mine\"", "\"daily-prices\""))
                        .status())
                .isEqualTo(409);
        assertThat(api.get(TEMPLATES + "/mine").status()).isEqualTo(404);
        assertThat(api.texts("SELECT action || ' ' || subject FROM collection.audit_entry ORDER BY entry_number"))
                .containsExactly("template.create template/mine", "template.delete template/mine");
    }
}
