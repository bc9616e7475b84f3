package io.lumia.market.provider.xtwitter;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.Reading;

/**
 * How many posts there were hour by hour. No text is in it and no row of ours holds a count of posts, so a whole and
 * plausible answer has nothing for us, and says so.
 */
final class CountReader {

    private CountReader() {}

    static Reading read(JsonNode json) {
        JsonNode counts = json.path("data");
        long posts = 0;
        for (JsonNode count : counts) {
            JsonNode number =
                    count.path("tweet_count").isMissingNode() ? count.path("post_count") : count.path("tweet_count");
            if (!number.isIntegralNumber()
                    || !count.path("start").isTextual()
                    || !count.path("end").isTextual()) {
                return Reading.schemaChanged("a count without start, end or tweet_count");
            }
            posts += number.longValue();
        }
        boolean isKnown =
                counts.isArray() && (!counts.isEmpty() || json.path("meta").isObject());
        return isKnown
                ? Reading.none(new EmptyConfirmed(
                        "%,d posts are counted in %,d stretches; counts hold no texts".formatted(posts, counts.size())))
                : Reading.schemaChanged("no list of counts");
    }
}
