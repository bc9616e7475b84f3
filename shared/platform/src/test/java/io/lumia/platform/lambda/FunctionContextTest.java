package io.lumia.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.platform.json.JsonCodec;
import org.junit.jupiter.api.Test;

class FunctionContextTest {

    @Test
    void startsOnceInTheLambdaEnvironmentAndGivesBeans() {
        assertThat(FunctionContext.get()).isSameAs(FunctionContext.get());
        assertThat(FunctionContext.get().getEnvironment().getActiveNames()).containsExactly("lambda");
        assertThat(FunctionContext.get().getBean(JsonCodec.class)).isNotNull();
    }
}
