package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmulatorTest {

    @Test
    void everyToolIsSentToItWithCredentialsThatAreNone() {
        Emulator emulator = Emulator.parse("http://127.0.0.1:4566", "eu-central-1");

        assertThat(emulator.environment())
                .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")
                .containsEntry("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:4566")
                .containsEntry("AWS_REGION", "eu-central-1")
                .containsEntry("AWS_ACCESS_KEY_ID", "test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566",
                "https://sqs.us-east-1.amazonaws.com:443",
                "http://54.239.28.85:80",
                "http://127.0.0.1",
                "http://127.0.0.1:4566/aws",
                "http://127.0.0.1:4566?region=x",
                "127.0.0.1:4566",
                "http://127.0.0.1:4566 "
            })
    void refusesWhatIsNoAddressOfThisMachineOrItsNetwork(String endpoint) {
        assertThatThrownBy(() -> Emulator.parse(endpoint, "us-east-1")).hasMessageContaining("--endpoint");
    }

    @Test
    void aSlashAtItsEndMeansTheSame() {
        assertThat(Emulator.parse("http://127.0.0.1:4566/", "us-east-1").endpoint())
                .hasToString("http://127.0.0.1:4566");
    }

    @Test
    void eachStackWithFunctionsIsToldWhereTheDatabaseIs() {
        EmulatorDatabase database =
                EmulatorDatabase.parse("jdbc:postgresql://172.17.0.1:5432/lumia?user=lumia", "secret");

        assertThat(database.parameters("lumia-emulator-"))
                .contains(
                        "lumia-emulator-migration:DatabaseHost=172.17.0.1",
                        "lumia-emulator-application:DatabaseHost=172.17.0.1",
                        "lumia-emulator-application:DatabasePort=5432",
                        "lumia-emulator-application:DatabaseName=lumia",
                        "lumia-emulator-application:DatabaseUser=lumia",
                        "lumia-emulator-application:DatabasePassword=secret");
        assertThat(database).asString().doesNotContain("secret");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedBeforeAnythingIsDeployed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        EmulatorDatabase database = EmulatorDatabase.parse("jdbc:postgresql://127.0.0.1:%d/lumia".formatted(free), "");

        assertThatThrownBy(database::requireAnswer)
                .isInstanceOf(AppException.class)
                .hasMessageContaining("PostgreSQL at 127.0.0.1:%d, database lumia".formatted(free))
                .hasMessageContaining("does not let us in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://host/lumia", "jdbc:postgresql://host/lumia", "jdbc:mysql://host:1/lumia"})
    void refusesADatabaseWithoutHostPortAndName(String url) {
        assertThatThrownBy(() -> EmulatorDatabase.parse(url, "")).hasMessageContaining("--database");
    }
}
