package io.lumia.functions.newsapi.document;

import io.lumia.functions.newsapi.ApiUnderTest;
import io.lumia.web.testing.DocumentRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest extends DocumentRules {

    private static final ApiUnderTest API = ApiUnderTest.writable();

    OpenApiDocumentTest() {
        super(API, "news-api");
    }

    @Override
    protected Map<String, ExampleRequest> examples() {
        String article = "/api/v1/news/" + API.idOf("Airlines praise");
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("searchNews.json", ExampleRequest.get("/api/v1/news?q=apple%20earnings&per_page=2"));
        requests.put("getArticle.json", ExampleRequest.get(article));
        requests.put("getSentiment.json", ExampleRequest.get("/api/v1/assets/AAPL/sentiment?end=2014-12-30"));
        requests.put(
                "linkArticle.json",
                new ExampleRequest("POST", article + "/links", "{\"asset\": \"BA\", \"relevance\": 0.9}"));
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
                resource("/META-INF/swagger/news-api.json"),
                "/openapi/parts/news-api.json",
                "shared/web/src/main/resources/openapi/parts/news-api.json");
    }
}
