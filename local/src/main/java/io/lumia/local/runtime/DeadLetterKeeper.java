package io.lumia.local.runtime;

import io.lumia.local.queue.DeadLetters;
import io.lumia.local.queue.QueueClient.QueueDepth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the dead letters to a file soon after their number changed, and once more at the end. */
final class DeadLetterKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterKeeper.class);

    private final DeadLetters letters;
    private final Path file;
    private final Duration every;
    private final Thread thread;
    private List<QueueDepth> saved;

    DeadLetterKeeper(DeadLetters letters, Path file, Duration every) {
        this.letters = letters;
        this.file = file;
        this.every = every;
        this.saved = letters.counts();
        this.thread = Thread.ofVirtual().name("dead-letter-keeper").start(this::run);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        saveIfChanged();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(every);
                saveIfChanged();
            }
        } catch (InterruptedException _) {
            LOG.debug("the keeper of dead letters stops");
        }
    }

    private void saveIfChanged() {
        try {
            List<QueueDepth> now = letters.counts();
            if (!now.equals(saved)) {
                letters.save(file);
                saved = now;
            }
        } catch (RuntimeException e) {
            LOG.warn("dead letters were not saved: {}", e.toString());
        }
    }
}
