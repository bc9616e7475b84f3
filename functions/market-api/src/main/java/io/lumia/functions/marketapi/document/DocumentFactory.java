package io.lumia.functions.marketapi.document;

import io.lumia.web.document.OpenApiDocument;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.List;

/** The one document that describes the routes of all API functions. */
@Factory
final class DocumentFactory {

    /** Whose parts are served with our own. */
    private static final List<String> OTHER_FUNCTIONS =
            List.of("collection-api", "news-api", "sentiment-api", "recommendation-api", "account-api");

    @Singleton
    OpenApiDocument document(JsonMapper json) {
        return OpenApiDocument.ofAll(json, "market-api", OTHER_FUNCTIONS);
    }
}
