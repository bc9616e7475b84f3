package io.lumia.sentiment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Polarity;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.sentiment.TextKind;
import io.lumia.sentiment.ensemble.ScoreRequest;
import io.lumia.sentiment.transformer.SentimentScorers;
import io.lumia.sentiment.transformer.TransformerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityScorerTest {

    private final EntityScorer scorer = new EntityScorer(
            SentimentScorers.shipped(TransformerSettings.bundled(Path.of("target", "sentiment-cache"))));

    @Test
    void praisesOneCompanyAndDamnsAnother() {
        String text = "Apple shares soar to a record while Samsung shares slump on weak sales";

        EntityScores scores = scorer.score(ScoreRequest.of(text, TextKind.NEWS), mentions(text, "Apple", "Samsung"));

        assertThat(score(scores.entities().get(0).scoring())).isGreaterThan(0.3);
        assertThat(score(scores.entities().get(1).scoring())).isLessThan(-0.3);
        assertThat(scores.entities().get(1).evidence().getFirst().of(text))
                .isEqualTo("while Samsung shares slump on weak sales");
        assertThat(scores.document()).isInstanceOf(Sentiment.class);
    }

    @Test
    void takesTheWholeTextWhereItIsOneClause() {
        String text = "Infosys and Wipro gain";

        EntityScores scores = scorer.score(ScoreRequest.of(text, TextKind.NEWS), mentions(text, "Infosys", "Wipro"));

        assertThat(scores.entities()).allSatisfy(entity -> {
            assertThat(entity.scope()).isEqualTo(EntitySentiment.Scope.DOCUMENT);
            assertThat(entity.scoring()).isEqualTo(scores.document());
        });
    }

    @Test
    void scoresAnEntityOnceHoweverOftenItIsNamed() {
        String text = "Apple raises its outlook; Samsung cuts its outlook; Apple shares gain sharply";
        List<Mention> mentions = Stream.concat(
                        mentions(text, "Apple", "Samsung").stream(), Stream.of(new Mention("Apple", 53, 58)))
                .toList();

        EntityScores scores = scorer.score(ScoreRequest.of(text, TextKind.NEWS), mentions);

        assertThat(scores.entities()).hasSize(2);
        assertThat(scores.entities().getFirst().evidence()).hasSize(2);
    }

    @Test
    void scoresNoEntityOfATextThatIsNotScored() {
        String text = "Apple steigt, während Samsung fällt";
        ScoreRequest german = new ScoreRequest(text, TextKind.NEWS, "de");

        EntityScores scores = scorer.score(german, mentions(text, "Apple", "Samsung"));

        assertThat(scores.document()).isEqualTo(new NotScored(NotScored.Reason.NOT_ENGLISH));
        assertThat(scores.entities())
                .allSatisfy(entity -> assertThat(entity.scoring()).isEqualTo(scores.document()));
    }

    @Test
    void refusesMentionsOutsideTheText() {
        ScoreRequest request = ScoreRequest.of("Apple", TextKind.NEWS);

        assertThatThrownBy(() -> scorer.score(request, List.of(new Mention("Apple", 0, 6))))
                .hasMessageContaining("mention of Apple is '6'");
        assertThatThrownBy(() -> new Mention("Apple", 3, 3)).hasMessageContaining("start < end");
        assertThatThrownBy(() -> scorer.score(
                        request,
                        IntStream.range(0, 65)
                                .mapToObj(i -> new Mention("a" + i, 0, 5))
                                .toList()))
                .hasMessageContaining("mentions is '65'; allowed: at most 64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sensex slips 200 points; banks lead losses | Sensex slips 200 points; / banks lead losses",
                "Index up to 1,200 points today | Index up to 1,200 points today",
                "Tata Steel falls after US tariffs bite | Tata Steel falls / after US tariffs bite",
                "Gold, silver and copper rise despite strong dollar | Gold, silver and copper rise / despite strong dollar",
                "Nifty ends flat. Banks fall hard today | Nifty ends flat. / Banks fall hard today",
                "Asset basin over | Asset basin over",
                "A | A",
            })
    void cutsWhereAnotherStatementBegins(String text, String clauses) {
        List<String> found = ClauseSplitter.clauses(text, List.of()).stream()
                .map(span -> span.of(text))
                .toList();

        assertThat(String.join(" / ", found)).isEqualTo(clauses);
    }

    @Test
    void doesNotCutWithinAName() {
        String text = "But for Procter, Gamble and But for all others";

        assertThat(ClauseSplitter.clauses(text, List.of(new Mention("PG", 8, 23))))
                .hasSize(2);
        assertThat(ClauseSplitter.clauses("", List.of())).containsExactly(new Span(0, 0));
    }

    private static List<Mention> mentions(String text, String... names) {
        return Stream.of(names)
                .map(name -> new Mention(name, text.indexOf(name), text.indexOf(name) + name.length()))
                .toList();
    }

    private static double score(Scoring scoring) {
        assertThat(((Sentiment) scoring).polarity()).isNotEqualTo(Polarity.NEUTRAL);
        return ((Sentiment) scoring).score();
    }
}
