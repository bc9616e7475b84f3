package io.lumia.local.runtimeapi;

import java.time.Duration;

/** What became of an event that was handed to a function's process. */
public sealed interface Outcome {

    /** @param answer JSON as the function wrote it */
    record Answered(String answer) implements Outcome {}

    /**
     * The function says that it could not handle the event; it may take the next one.
     *
     * @param type  such as an exception's class
     * @param error JSON: type, message and stack trace, as the function wrote them
     */
    record Failed(String type, String error) implements Outcome {}

    /** The function says that it cannot start. Otherwise as {@link Failed}. */
    record DidNotStart(String type, String error) implements Outcome {}

    /** The time was up; the process was killed. @param what it did not do */
    record TimedOut(String what, Duration limit) implements Outcome {}

    /** The process ended by itself. @param exitCode 128 and more on Unix: by the signal of that number less 128 */
    record Died(int exitCode) implements Outcome {}

    /** In words, for a person. */
    default String words() {
        return switch (this) {
            case Answered _ -> "answered";
            case Failed failed -> "failed with %s: %s".formatted(failed.type(), failed.error());
            case DidNotStart failed -> "did not start, %s: %s".formatted(failed.type(), failed.error());
            case TimedOut late ->
                "%s within %d ms; killed".formatted(late.what(), late.limit().toMillis());
            case Died died -> "ended by itself with exit code " + died.exitCode();
        };
    }
}
