package io.lumia.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On templates small enough to reckon with a pocket calculator. */
final class CostCommandTest {

    /** One instance that never sleeps, a NAT gateway and a secret. */
    private static final String DEAR = """
        {"Resources": {
          "Cluster": {"Type": "AWS::RDS::DBCluster", "Properties": {
            "ServerlessV2ScalingConfiguration": {"MinCapacity": 1, "MaxCapacity": 2}}},
          "Instance": {"Type": "AWS::RDS::DBInstance", "Properties": {}},
          "Nat": {"Type": "AWS::EC2::NatGateway", "Properties": {}},
          "Secret": {"Type": "AWS::SecretsManager::Secret", "Properties": {}}}}
        """;

    @TempDir
    private Path templates;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void billsWhatTheTemplatesAskForAndNamesWhatDominates() throws IOException {
        Files.writeString(templates.resolve("lumia-small-database.template.json"), DEAR);

        assertThat(cost("--json", "--stage", "small", "--assets", "1", "--requests", "0"))
                .isEqualTo(ExitCodes.DONE);

        JsonNode bill = Json.tree(out.toString()).at("/stages/0");
        // 730 hours at 1 unit, 21 of them at 2, 0.12 dollars each; the gateway's 730 hours at 0.045 dollars.
        assertThat(dollars(bill, "aurora.acu_hour")).isCloseTo((730 + 21) * 0.12, within(0.001));
        assertThat(dollars(bill, "nat.hour")).isCloseTo(730 * 0.045, within(0.001));
        assertThat(dollars(bill, "secret.month")).isCloseTo(0.40, within(0.001));
        assertThat(bill.at("/dominating/0").asText()).isEqualTo("aurora.acu_hour");
        assertThat(Json.tree(out.toString()).path("prices_source").asText()).contains("from memory");
        // What never sleeps costs the same, whenever it is asked.
        assertThat(bill.path("total_around_the_clock").asDouble())
                .isCloseTo(bill.path("total").asDouble(), within(0.001));
        // 20 GB of the last snapshot at 0.021 dollars; no key.
        assertThat(bill.at("/occasions/3/name").asText()).isEqualTo("taking it down");
        assertThat(bill.at("/occasions/3/monthly").asDouble()).isCloseTo(0.42, within(0.001));
    }

    @Test
    void tellsThatPricesAreFromMemoryAndWhatItRestsOn() throws IOException {
        Files.writeString(templates.resolve("lumia-small-database.template.json"), DEAR);

        assertThat(cost("--stage", "small")).isEqualTo(ExitCodes.DONE);

        assertThat(out.toString())
                .contains("small: ", "dollars a month", "Most of it: aurora.acu_hour")
                .contains("written down on 2026-11-27", "from memory, by hand, never held against AWS's own pages")
                .contains("spread over all hours of all days", "within 10 hours of weekdays")
                // 4 hours at 2 units and 168 at one, 0.12 dollars each; 20 GB at 0.10 dollars for 7 days of 30.
                .contains("a restore: 21.59, then 0.00 a month")
                .contains("4,000 assets and 100,000 requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--assets 0", "--assets -4000", "--requests -1", "--assets 99999999", "--stage none"})
    void refusesWhatCannotBeAndSaysWhatIsAllowed(String line) {
        assertThat(cost(line.split(" "))).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("allowed");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        int exitCode = Lumia.run(
                new String[] {"cost", "--templates", templates.resolve("none").toString()}, writer(out), writer(err));

        assertThat(exitCode).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("--templates");
    }

    private static double dollars(JsonNode bill, String item) {
        for (JsonNode line : bill.path("lines")) {
            if (line.path("item").asText().equals(item)) {
                return line.path("dollars").asDouble();
            }
        }
        throw new AssertionError("no line of " + item + " in " + bill);
    }

    private int cost(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "cost";
        arguments[1] = "--templates";
        arguments[2] = templates.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Lumia.run(arguments, writer(out), writer(err));
    }

    private static PrintWriter writer(StringWriter text) {
        return new PrintWriter(text, true);
    }
}
