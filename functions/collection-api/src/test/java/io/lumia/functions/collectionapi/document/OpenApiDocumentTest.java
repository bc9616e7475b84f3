package io.lumia.functions.collectionapi.document;

import io.lumia.collection.Alarms;
import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.functions.collectionapi.quarantine.TestQuarantine;
import io.lumia.platform.database.Transactions;
import io.lumia.web.testing.DocumentRules;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest extends DocumentRules {

    private static final String QUARANTINE = "/api/v1/collection/quarantine";
    private static final String JOBS = "/api/v1/collection/jobs";
    private static final String TEMPLATES = "/api/v1/collection/templates";
    private static final String FAULTY = """
            {"name": "evening", "collector": {"provider": "yahoo"}, "datasets": ["bars"],
             "assets": {"types": ["stock"]},
             "schedule": {"kind": "cron", "cron": "cron(0 25 ? * MON-FRI *)", "zone": "America/New_York"}}
            """;
    private static final String FROM_TEMPLATE = """
            {"template": "daily-crypto", "name": "coins", "assets": {"symbols": ["BTC-USD"]}}
            """;
    private static final ApiUnderTest API = withQuarantine();

    OpenApiDocumentTest() {
        super(API, "collection-api");
    }

    private static ApiUnderTest withQuarantine() {
        ApiUnderTest api = ApiUnderTest.writable();
        TestQuarantine.fill(api.context());
        api.bean(Transactions.class).inTransaction(() -> api.bean(Alarms.class)
                .raise(
                        "provider:yahoo",
                        "canary_failed",
                        "SPY: 0 rows of the last 30 days; 15 or more were expected",
                        Instant.parse("2015-01-02T11:00:00Z")));
        return api;
    }

    @Override
    protected Map<String, ExampleRequest> examples() {
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("listCollectionRuns.json", ExampleRequest.get("/api/v1/collection/runs?per_page=2&page=2"));
        requests.put("findGaps.json", ExampleRequest.get("/api/v1/collection/gaps?symbol=BTC-USD"));
        requests.put(
                "getCollectionRun.json",
                ExampleRequest.get("/api/v1/collection/runs/00000000-0000-0001-0000-000000000002"));
        requests.put("listCollectors.json", ExampleRequest.get("/api/v1/collection/collectors"));
        requests.put("listQuarantine.json", ExampleRequest.get(QUARANTINE + "?symbol=AAPL&dataset=bars&per_page=1"));
        requests.put("getQuarantinedRow.json", ExampleRequest.get(QUARANTINE + "/1"));
        requests.put(
                "releaseQuarantinedRow.json",
                new ExampleRequest("POST", QUARANTINE + "/1/release", "{\"note\": \"the exchange confirms it\"}"));
        requests.put(
                "rejectQuarantinedRow.json",
                new ExampleRequest("POST", QUARANTINE + "/2/reject", "{\"note\": \"not readable\"}"));
        requests.put(
                "decideQuarantine.json",
                new ExampleRequest(
                        "POST",
                        QUARANTINE + "/decisions",
                        "{\"decision\": \"release\", \"filter\": {\"start\": \"2015-01-01\"}}"));
        requests.put("listDeadLetters.json", ExampleRequest.get("/api/v1/collection/dead-letters?queue=load"));
        requests.put(
                "replayDeadLetters.json",
                new ExampleRequest("POST", "/api/v1/collection/dead-letters/replay", "{\"queue\": \"load\"}"));
        requests.putAll(jobs());
        return requests;
    }

    private static Map<String, ExampleRequest> jobs() {
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("listCollectionAlarms.json", ExampleRequest.get("/api/v1/collection/alarms"));
        requests.put("listJobTemplates.json", ExampleRequest.get(TEMPLATES));
        requests.put("getJobTemplate.json", ExampleRequest.get(TEMPLATES + "/daily-crypto"));
        requests.put("listCollectionJobs.json", ExampleRequest.get(JOBS));
        requests.put("getJobAnalytics.json", ExampleRequest.get(JOBS + "/daily-prices/analytics"));
        requests.put("validateCollectionJob.json", new ExampleRequest("POST", JOBS + "/validate", FAULTY));
        requests.put("createCollectionJob.json", new ExampleRequest("POST", JOBS, FROM_TEMPLATE));
        requests.put("getCollectionJob.json", ExampleRequest.get(JOBS + "/coins"));
        requests.put(
                "createJobTemplate.json",
                new ExampleRequest(
                        "POST", TEMPLATES, "{\"name\": \"mine\", \"job\": {\"template\": \"daily-crypto\"}}"));
        requests.put("deleteJobTemplate.json", new ExampleRequest("DELETE", TEMPLATES + "/mine", null));
        requests.put("replaceCollectionJob.json", new ExampleRequest("PUT", JOBS + "/coins", FROM_TEMPLATE));
        requests.put("pauseCollectionJob.json", new ExampleRequest("POST", JOBS + "/coins/pause", null));
        requests.put("resumeCollectionJob.json", new ExampleRequest("POST", JOBS + "/coins/resume", null));
        requests.put(
                "runCollectionJob.json",
                new ExampleRequest("POST", JOBS + "/coins/run", "{\"from\": \"2014-01-01\", \"to\": \"2014-06-30\"}"));
        requests.put("deleteCollectionJob.json", new ExampleRequest("DELETE", JOBS + "/coins", null));
        requests.put(
                "cancelCollectionRun.json",
                new ExampleRequest(
                        "POST",
                        "/api/v1/collection/runs/00000000-0000-0001-0000-000000000003/cancel",
                        "{\"note\": \"the wrong source\"}"));
        return requests;
    }

    @Override
    protected String examplesFolder() {
        return "shared/web/src/main/resources/openapi-examples";
    }

    /** market-api serves the document of all functions and cannot look into this one. */
    @Test
    void theServedPartIsWhatWasGenerated() throws IOException {
        assertIsCommitted(
                resource("/META-INF/swagger/collection-api.json"),
                "/openapi/parts/collection-api.json",
                "shared/web/src/main/resources/openapi/parts/collection-api.json");
    }
}
