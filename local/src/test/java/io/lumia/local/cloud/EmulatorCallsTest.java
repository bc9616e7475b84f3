package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class EmulatorCallsTest {

    @Test
    void saysWhatToDoWhereNothingListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        String endpoint = "http://127.0.0.1:" + free;

        assertThatThrownBy(() -> CloudDeployment.requireAnswer(Emulator.parse(endpoint, "us-east-1")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                .hasMessageContaining("no emulator answers at %s; start one".formatted(endpoint))
                .hasMessageContaining("--endpoint")
                .hasMessageContaining("nothing listens");
    }

    @Test
    void somethingElseThatListensIsNoEmulator() throws IOException {
        try (StubEmulator stub = new StubEmulator()) {
            stub.on("GetCallerIdentity", _ -> "<!doctype html>\n<p>It\n works!");

            assertThatThrownBy(() -> CloudDeployment.requireAnswer(stub.emulator()))
                    .hasMessageContaining("no emulator answers at http://127.0.0.1")
                    .hasMessageContaining("It works!");
        }
    }

    @Test
    void anAnswerWithoutAnAccountIsNoneOfAws() throws IOException {
        try (StubEmulator stub = new StubEmulator()) {
            stub.on("GetCallerIdentity", _ -> "<html/>");

            assertThatThrownBy(() -> CloudDeployment.requireAnswer(stub.emulator()))
                    .hasMessageContaining("names no account");
        }
    }

    @Test
    void knowsTheAccountThatTheEmulatorActsAs() throws IOException {
        try (StubEmulator stub = new StubEmulator();
                EmulatorCalls calls = new EmulatorCalls(stub.emulator())) {
            assertThat(calls.account()).isEqualTo(StubEmulator.ACCOUNT);
        }
    }
}
