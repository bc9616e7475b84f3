package io.lumia.functions.marketapi.document;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What the OpenAPI document says of the API as a whole; the annotation processor reads it. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Lumia API",
                        version = "v1",
                        description =
                                "Assets, daily prices, signals, observations, news with sentiment, and the state of collection. Every answer is an envelope of data, metadata and, for lists, pagination; every failure names all fields that are wrong. Dates are exchange-local trading dates, instants are UTC. Prices and money are JSON numbers written out as stored, ratios are fractions (0.05 is 5 %). Every read of the market takes as_of: what was known then.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(name = "assets", description = "What is traded."),
            @Tag(name = "market", description = "Many assets at once."),
            @Tag(name = "prices", description = "Daily prices, adjusted on read."),
            @Tag(name = "fundamentals", description = "What companies reported."),
            @Tag(name = "signals", description = "What follows from prices and texts."),
            @Tag(name = "news", description = "What was written, about whom, and how positive it is."),
            @Tag(name = "observations", description = "Rates, yields, exchange rates and economic series."),
            @Tag(name = "collection", description = "What was collected, and what is missing."),
            @Tag(name = "health", description = "How the service is."),
            @Tag(name = "documentation", description = "This description.")
        })
final class ApiDescription {

    private ApiDescription() {}
}
