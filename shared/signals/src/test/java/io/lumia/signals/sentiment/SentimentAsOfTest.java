package io.lumia.signals.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.signals.sentiment.SentimentDay.Contribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentimentAsOfTest {

    private static final AsOf LATER = AsOf.of(Instant.parse("2017-12-01T00:00:00Z"));

    /** A Wednesday; New York closes at 21:00 UTC in November. */
    private static final LocalDate WEDNESDAY = LocalDate.of(2017, 11, 8);

    @Test
    void thePartsOfADayAreTheTextsOfItsTwoSessionsAndNoOthersAreAskedFor() {
        FakeMentions mentions = new FakeMentions(List.of(
                mention(1, "2017-11-06T21:00:00Z"),
                mention(2, "2017-11-06T21:00:01Z"),
                mention(3, "2017-11-08T21:00:00Z"),
                mention(4, "2017-11-08T21:00:01Z")));

        List<Contribution> parts =
                new SentimentAsOf(mentions, SentimentRules.USUAL).contributions(asset(), WEDNESDAY, LATER);

        assertThat(parts).extracting(Contribution::articleId).containsExactly(new UUID(0, 3), new UUID(0, 2));
        assertThat(mentions.askedAfter).isEqualTo("2017-11-06T21:00:00Z");
    }

    private static Mention mention(int id, String usableFrom) {
        return new Mention(new UUID(0, id), Instant.parse(usableFrom), false, 1, 1, 1, 0.5, false);
    }

    private static Asset asset() {
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse("AAPL"),
                "Apple Inc.",
                AssetType.STOCK,
                "XNAS",
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        return new Asset(1, new AssetId(new UUID(0, 1)), AssetStatus.ACTIVE, definition);
    }

    private static final class FakeMentions implements Mentions {

        private final List<Mention> all;
        private Instant askedAfter = Instant.MIN;

        FakeMentions(List<Mention> all) {
            this.all = all;
        }

        @Override
        public List<Mention> of(Asset asset, Instant after, Instant upTo, Instant knownAt) {
            askedAfter = after;
            return all.stream()
                    .filter(mention -> mention.usableFrom().isAfter(after)
                            && !mention.usableFrom().isAfter(upTo))
                    .toList();
        }

        @Override
        public String modelVersion() {
            return "fin-sentiment-1.0+c1";
        }
    }
}
