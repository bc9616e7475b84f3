package io.lumia.recommendation.record.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.recommendation.record.json.JsonDifferences.Difference;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JsonDifferencesTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();

    private final JsonDifferences differences = CONTEXT.getBean(JsonDifferences.class);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void namesThePathAndBothValues() {
        String first = "{\"a\": {\"b\": [1, {\"c\": 2.5}]}, \"gone\": true, \"same\": null}";
        String second = "{\"a\": {\"b\": [1, {\"c\": 2.6}, \"x\"]}, \"same\": null, \"new\": null}";

        assertThat(differences.between(first, second, 10))
                .containsExactly(
                        new Difference("a.b[1].c", "2.5", "2.6"),
                        new Difference("a.b[2]", null, "\"x\""),
                        new Difference("gone", "true", null),
                        new Difference("new", null, "null"));
    }

    @Test
    void saysNothingOfEqualTextsAndStopsAtTheBound() {
        assertThat(differences.between("{\"a\": 1}", "{\"a\": 1}", 10)).isEmpty();
        assertThat(differences.between("[1, 2, 3, 4]", "[5, 6, 7, 8]", 3)).hasSize(3);
    }

    @Test
    void cutsLongValues() {
        String text = "\"" + "x".repeat(500) + "\"";

        assertThat(differences.between(text, "1", 1).getFirst().first()).hasSize(201);
    }
}
