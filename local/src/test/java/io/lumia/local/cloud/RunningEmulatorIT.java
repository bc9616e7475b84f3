package io.lumia.local.cloud;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;

/** On an emulator that runs already: {@code -Dlumia.emulator.endpoint=http://127.0.0.1:4566}. Skips where none is named. */
final class RunningEmulatorIT extends EmulatorContract {

    private static final String ENDPOINT = "lumia.emulator.endpoint";

    @BeforeAll
    static void needsAnEmulator() {
        assumeTrue(System.getProperty(ENDPOINT) != null, "no emulator is named by -D" + ENDPOINT);
    }

    @Override
    String endpoint() {
        return System.getProperty(ENDPOINT, "");
    }

    /** moto keeps schedules only; {@code -Dlumia.emulator.fires=true} where they do more. */
    @Override
    boolean firesSchedules() {
        return Boolean.getBoolean("lumia.emulator.fires");
    }
}
