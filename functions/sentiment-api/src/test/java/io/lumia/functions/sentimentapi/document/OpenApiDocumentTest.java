package io.lumia.functions.sentimentapi.document;

import io.lumia.functions.sentimentapi.ApiUnderTest;
import io.lumia.web.testing.DocumentRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest extends DocumentRules {

    private static final ApiUnderTest API = ApiUnderTest.withSteadyModel();

    OpenApiDocumentTest() {
        super(API, "sentiment-api");
    }

    @Override
    protected Map<String, ExampleRequest> examples() {
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("scoreTexts.json", new ExampleRequest("POST", "/api/v1/sentiment/score", """
                {"texts": ["Apple shares soar while Samsung shares slump"], "kind": "news", "entities": ["Apple", "Samsung"]}"""));
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
                resource("/META-INF/swagger/sentiment-api.json"),
                "/openapi/parts/sentiment-api.json",
                "shared/web/src/main/resources/openapi/parts/sentiment-api.json");
    }
}
