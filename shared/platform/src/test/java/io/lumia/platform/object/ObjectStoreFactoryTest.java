package io.lumia.platform.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStoreFactoryTest {

    @TempDir
    private Path folder;

    @Test
    void writesIntoTheFolderItWasGiven() {
        Path spaced = folder.resolve("with blank");

        for (String location : new String[] {spaced.toUri().toString(), "file:" + spaced}) {
            try (ApplicationContext context = context(location)) {
                context.getBean(ObjectStore.class).put("key", new byte[] {1}, "x/y");
            }
            assertThat(spaced.resolve("key")).as(location).exists();
            spaced.resolve("key").toFile().delete();
        }
    }

    @Test
    void needsNoAwsRegionForAFolder() {
        try (ApplicationContext context = context(folder.toUri().toString())) {
            assertThat(context.getBean(ObjectStore.class)).isInstanceOf(FileObjectStore.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"folder", "/folder", "file:folder", "s3://", "s3://UPPER/x", "s3://bucket/../x", "http://host/x"
            })
    void refusesOtherPlaces(String location) {
        try (ApplicationContext context = context(location)) {
            assertThatThrownBy(() -> context.getBean(ObjectStore.class)).hasStackTraceContaining("allowed:");
        }
    }

    @Test
    void isAbsentWhereNoPlaceIsNamed() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.containsBean(ObjectStore.class)).isFalse();
        }
    }

    private static ApplicationContext context(String location) {
        return ApplicationContext.run(Map.of(
                "lumia.objects.location", location,
                "aws.region", "eu-central-1",
                "aws.access-key-id", "local",
                "aws.secret-key", "local"));
    }
}
