package io.lumia.functions.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger.Queued;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edge: an event as Lambda delivers it. */
final class LoadHandlerTest {

    private static final JsonMapper EVENTS = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(folder);
        workplace.writeManifest("2015-01-31");
        workplace.write(
                "assets.csv",
                "symbol,name,asset_type,exchange,currency,first_date",
                "IBM,IBM,stock,XNYS,USD,1911-06-16");
        workplace.write(
                "fundamentals.csv",
                "symbol,metric,period_start,period_end,reported_at,value,currency",
                "IBM,net_income,2013-01-01,2013-12-31,2014-02-25,16483000000,USD",
                "IBM,total_assets,2013-12-31,2013-12-31,,126223000000,USD",
                "IBM,net_income,2013-12-31,2013-01-01,2014-02-25,1,USD");
        workplace.register();
    }

    @AfterEach
    void close() {
        workplace.close();
    }

    @Test
    void reportsTheBrokenMessageAndCommitsTheOther() throws IOException {
        workplace.tick("2015-01-09T23:00:00Z");
        String body = workplace.json(workplace.collected().getFirst());

        var answer = workplace.get(LoadHandler.class).handleRequest(event(body), null);

        assertThat(answer.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("2e1424d4-f796-459a-8184-9c92662be6da");
        assertThat(workplace.query("SELECT name FROM market.asset")).isEqualTo("IBM");
    }

    @Test
    void loadsFundamentalsAndSetsTheImpossibleAside() {
        var run = workplace.day("2015-01-09T23:00:00Z");

        assertThat(run.quarantined()).containsOnlyKeys("invalid_period");
        assertThat(workplace.query("SELECT metric || ' ' || reported_at || ' ' || reported_at_assumed"
                        + " FROM market.fundamental ORDER BY metric"))
                .isEqualTo("net_income 2014-02-25 false; total_assets 2014-03-31 true");
        assertThat(run.completeness()).isNull();
    }

    @Test
    void theFunctionFileSaysWhatTheCodeDoes() throws IOException {
        FunctionDefinition function =
                workplace.get(FunctionDefinitions.class).parse("load", Files.readString(Path.of("function.json")));

        assertThat(function.handler()).isEqualTo(LoadHandler.class.getName());
        assertThat(((Queued) function.trigger()).queue().maxReceiveCount()).isEqualTo(LoadHandler.MAX_RECEIVE_COUNT);
    }

    private static SQSEvent event(String body) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(LoadHandlerTest.class.getResourceAsStream("sqs-event.json"), "sqs-event.json")) {
            String event = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"BODY\"", EVENTS.writeValueAsString(body));
            return EVENTS.readValue(event, SQSEvent.class);
        }
    }
}
