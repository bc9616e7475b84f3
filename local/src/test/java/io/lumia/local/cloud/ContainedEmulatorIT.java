package io.lumia.local.cloud;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;

/**
 * In a container of its own: floci, or the image of {@code -Dlumia.emulator.image}, such as {@code localstack/localstack:4.9}.
 * Skips where there is no Docker.
 */
@Testcontainers(disabledWithoutDocker = true)
final class ContainedEmulatorIT extends EmulatorContract {

    private static final int PORT = 4566;
    private static final DockerImageName IMAGE =
            DockerImageName.parse(System.getProperty("lumia.emulator.image", "floci/floci:latest"));

    @Container
    private static final GenericContainer<?> CONTAINER = container();

    private static GenericContainer<?> container() {
        return IMAGE.getUnversionedPart().contains("localstack")
                ? new LocalStackContainer(IMAGE.asCompatibleSubstituteFor("localstack/localstack"))
                : new GenericContainer<>(IMAGE).withExposedPorts(PORT).waitingFor(Wait.forListeningPort());
    }

    @Override
    String endpoint() {
        return "http://127.0.0.1:%d".formatted(CONTAINER.getMappedPort(PORT));
    }

    @Override
    boolean firesSchedules() {
        return true;
    }
}
