package io.lumia.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueUrlsTest {

    @Test
    void readsTheUrlFromAnEnvironmentVariableAsLambdaHasIt() {
        PropertySource environment = PropertySource.of(
                "env",
                Map.of("LUMIA_QUEUES_COLLECT", "http://q/collect", "LUMIA_QUEUES_COMPUTE_SIGNALS", "http://q/compute"),
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("test"));

        try (ApplicationContext context =
                ApplicationContext.builder().propertySources(environment).start()) {
            QueueUrls urls = context.getBean(QueueUrls.class);
            assertThat(urls.get("collect")).isEqualTo("http://q/collect");
            assertThat(urls.get("compute-signals")).isEqualTo("http://q/compute");
        }
    }
}
