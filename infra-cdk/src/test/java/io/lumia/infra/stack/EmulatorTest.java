package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stage for an endpoint that only acts as AWS. */
class EmulatorTest {

    private final Templates emulator = Templates.ofRepository("emulator");

    @Test
    void hasNeitherNetworkNorDatabase() {
        assertThat(emulator.byStack().keySet())
                .containsExactly("api", "application", "data", "migration", "site", "watch");
        assertThat(emulator.all())
                .noneMatch(resource -> resource.type().startsWith("AWS::EC2::")
                        || resource.type().startsWith("AWS::RDS::"));
    }

    @Test
    void takesThePlaceOfThePostgresqlAsParameters() {
        for (String stack : List.of("migration", "application")) {
            JsonNode parameters = emulator.byStack().get(stack).path("Parameters");
            assertThat(parameters.has("DatabaseHost")).isTrue();
            assertThat(parameters.at("/DatabasePassword/NoEcho").asBoolean()).isTrue();
        }
    }

    @Test
    void runsTheProcessorsOfEmulatorsAndReservesNothing() {
        assertThat(emulator.ofType("AWS::Lambda::Function")).allSatisfy(function -> {
            assertThat(function.property("/Architectures/0").asText()).isEqualTo("x86_64");
            assertThat(function.property("/ReservedConcurrentExecutions").isMissingNode())
                    .isTrue();
        });
    }

    @Test
    void offersEveryRouteSinceOnlyTheMachinesUserReachesIt() {
        assertThat(emulator.ofType("AWS::ApiGateway::Method").stream()
                        .map(method -> method.property("/HttpMethod").asText()))
                .contains("POST", "PUT", "DELETE");
    }

    @Test
    void nothingIsTaggedSinceNobodyIsBilledThere() {
        assertThat(emulator.all())
                .allSatisfy(resource ->
                        assertThat(resource.property("/Tags").isMissingNode()).isTrue());
    }

    @Test
    void liesInABucketWhoseAddressEveryEmulatorReads() {
        assertThat(emulator.ofType("AWS::Lambda::Function")).allSatisfy(function -> assertThat(
                        function.property("/Code/S3Bucket").toString())
                .contains("cdk-localhost-assets-"));
    }
}
