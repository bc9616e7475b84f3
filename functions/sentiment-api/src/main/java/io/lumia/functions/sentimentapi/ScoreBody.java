package io.lumia.functions.sentimentapi;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts to score. */
@Serdeable
@Schema(name = "ScoreOrder", description = "Texts to score; none is kept.")
record ScoreBody(
        @Schema(description = "1 to 64 texts of at most 10,000 characters; about the first 300 of each are read.")
        List<String> texts,

        @Schema(
                description = "What they are: the same words mean another thing in a headline and in a post.",
                allowableValues = {"news", "social"})
        String kind,

        @Schema(
                description =
                        "ISO 639-1 of all of them; texts in other languages than English are not scored. Default: found out for each, English unless its words say otherwise.")
        @Nullable
        String language,

        @Schema(
                description =
                        "At most 20 names, such as Apple: where a text names one, it also has a score of what it says about it.")
        @Nullable
        List<String> entities) {}
