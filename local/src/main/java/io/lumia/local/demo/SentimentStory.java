package io.lumia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the example asset was written about on its newest day with news, and by what.
 *
 * @param point    the API's sentiment of that day; missing where there is none
 * @param articles the heaviest first
 */
public record SentimentStory(@Nullable LocalDate date, JsonNode point, List<Part> articles) {

    /**
     * An article behind the point.
     *
     * @param score from −1 to 1
     * @param share of the weight of all, a fraction
     */
    public record Part(String publishedAt, String title, double score, double share) {}
}
