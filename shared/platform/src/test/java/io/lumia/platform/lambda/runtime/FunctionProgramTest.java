package io.lumia.platform.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.platform.request.Traces;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FunctionProgramTest {

    private static final Traces TRACES = new Traces(Clock.systemUTC());

    private FakeRuntimeApi lambda;
    private ApplicationContext context;
    private PackagedHandler handler;
    private FunctionProgram program;

    @BeforeEach
    void start() throws IOException {
        lambda = new FakeRuntimeApi();
        context = ApplicationContext.run(Map.of(EchoHandlers.WANTED, true));
        handler = PackagedHandler.named(EchoHandlers.Tick.class.getName(), context);
        program = new FunctionProgram(new RuntimeConnection(lambda.address()), Map.of());
    }

    @AfterEach
    void stop() {
        context.close();
        lambda.close();
    }

    @Test
    void answersTheEventUnderItsRequestId() {
        lambda.add("{\"tick\":1}");

        program.handleNext(handler, Clock.systemUTC(), TRACES);

        assertThat(lambda.reports()).singleElement().asString().startsWith("invocation/request-1/response {");
    }

    @Test
    void reportsAFailureWithItsTypeAndGoesOn() {
        lambda.add("{\"fail\":true}");
        lambda.add("{}");

        program.handleNext(handler, Clock.systemUTC(), TRACES);
        program.handleNext(handler, Clock.systemUTC(), TRACES);

        assertThat(lambda.reports()).hasSize(2);
        assertThat(lambda.reports().getFirst())
                .startsWith("invocation/request-1/error java.lang.IllegalStateException {")
                .contains("\"errorMessage\":\"as told\"", "EchoHandlers");
        assertThat(lambda.reports().getLast()).startsWith("invocation/request-1/response ");
    }

    @Test
    void aRuntimeApiThatRefusesIsAFailureWithItsAddress() {
        lambda.add("{}");
        lambda.refuseReports(413);

        assertThatThrownBy(() -> program.handleNext(handler, Clock.systemUTC(), TRACES))
                .isInstanceOf(AppException.class)
                .hasMessageContaining(lambda.address())
                .hasMessageContaining("413");
    }
}
