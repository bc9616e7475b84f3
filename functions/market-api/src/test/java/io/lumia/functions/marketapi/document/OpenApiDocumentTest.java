package io.lumia.functions.marketapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.sentiment.SentimentColumn;
import io.lumia.web.testing.DocumentRules;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest extends DocumentRules {

    private static final ApiUnderTest API = ApiUnderTest.shared();

    OpenApiDocumentTest() {
        super(API, "market-api");
    }

    @Override
    protected Map<String, ExampleRequest> examples() {
        return ExampleRequests.all();
    }

    @Override
    protected String examplesFolder() {
        return "functions/market-api/src/main/resources/openapi-examples";
    }

    @Test
    void everySignalSaysWhatItIs() {
        JsonNode signals = document().at("/components/schemas/SignalFields/properties");

        signals.properties().forEach(field -> assertThat(
                        field.getValue().path("description").asText())
                .as(field.getKey())
                .isNotEmpty());
    }

    @Test
    void listsEverySignal() {
        Set<String> expected = Arrays.stream(SignalColumn.values())
                .map(SignalColumn::columnName)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("date");
        Arrays.stream(SentimentColumn.values()).map(SentimentColumn::columnName).forEach(expected::add);

        JsonNode properties = document().at("/components/schemas/SignalFields/properties");
        assertThat(names(properties)).isEqualTo(expected);
        for (SignalColumn column : SignalColumn.values()) {
            assertThat(properties.at("/" + column.columnName() + "/description").asText())
                    .startsWith(column.definition());
        }
        for (SentimentColumn column : SentimentColumn.values()) {
            assertThat(properties.at("/" + column.columnName() + "/description").asText())
                    .startsWith(column.definition());
        }
    }

    @Test
    void describesNoSchemaThatIsNotThere() {
        Set<String> schemas =
                names(parse(API.get("/api/v1/openapi.json").body()).at("/components/schemas"));

        assertThat(names(parse(resource("/openapi/descriptions.json"))))
                .allMatch(name -> name.startsWith("*")
                        ? schemas.stream().anyMatch(schema -> schema.endsWith(name.substring(1)))
                        : schemas.contains(name));
    }

    /** Of all functions. */
    @Test
    void aChangeOfTheWholeApiIsMadeOnPurpose() throws IOException {
        String whole = API.get("/api/v1/openapi.json").body();

        assertThat(parse(whole).at("/info/title").asText()).isEqualTo("Lumia API");
        assertIsCommitted(whole, "/openapi.golden.json", "functions/market-api/src/test/resources/openapi.golden.json");
    }
}
