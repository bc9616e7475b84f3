package io.lumia.platform.metrics;

import io.lumia.platform.lambda.FunctionContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** In Lambda, standard output is what CloudWatch reads. */
@Factory
final class MetricsFactory {

    @Singleton
    @Requires(env = FunctionContext.ENVIRONMENT)
    Metrics emfMetrics(Clock clock) {
        return new EmfMetrics(System.out, FunctionName.stageOfProcess(), FunctionName.ofProcess(), clock);
    }
}
