package io.lumia.functions.collectionapi.document;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.functions.collectionapi.quarantine.TestQuarantine;
import io.lumia.web.testing.DocumentRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest extends DocumentRules {

    private static final String QUARANTINE = "/api/v1/collection/quarantine";
    private static final ApiUnderTest API = withQuarantine();

    OpenApiDocumentTest() {
        super(API, "collection-api");
    }

    private static ApiUnderTest withQuarantine() {
        ApiUnderTest api = ApiUnderTest.start(Map.of("lumia.api.writes", "open"));
        TestQuarantine.fill(api.context());
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
