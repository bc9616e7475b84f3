package io.lumia.local.runtimeapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last lines that a process said, on either stream. Reads as long as it speaks, so that it never has to wait. */
final class ProcessOutput {

    private static final Logger LOG = LoggerFactory.getLogger("io.lumia.function");
    private static final int KEPT_LINES = 200;
    private static final int KEPT_CHARACTERS = 2_000;
    private static final long LAST_WORDS_MILLIS = 2_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    ProcessOutput(Process process) {
        this.reader = Thread.ofVirtual().start(() -> read(process.inputReader()));
    }

    synchronized String lastLines() {
        return String.join(System.lineSeparator(), lines);
    }

    /** What a process that has ended said at last. */
    void awaitEnd() {
        try {
            reader.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(BufferedReader reader) {
        try (reader) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            LOG.debug("a function's output ended: {}", e.toString());
        }
    }

    private synchronized void keep(String line) {
        LOG.debug("{}", line);
        lines.addLast(line.length() <= KEPT_CHARACTERS ? line : line.substring(0, KEPT_CHARACTERS) + "…");
        if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
        }
    }
}
