package io.lumia.local.cli;

import java.nio.file.Path;

/** A real event for each function, beside its {@code function.json}. It has an answer on an empty database too. */
final class SampleEvents {

    private SampleEvents() {}

    static Path of(String function) {
        return LumiaCommand.home().resolve("functions").resolve(function).resolve("sample-event.json");
    }
}
