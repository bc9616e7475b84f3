package io.lumia.local.queue;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import io.lumia.local.queue.QueueClient.QueueDepth;
import io.lumia.platform.lambda.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Messages that failed as often as their queue allows. */
public final class DeadLetters {

    private static final String SUFFIX = Trigger.Queue.DEAD_LETTER_SUFFIX;
    /** A batch is at most this, by SQS. */
    private static final int BATCH = 10;
    /** More are counted, not shown. */
    private static final int MAX_LISTED = 1_000;

    private static final int POLL_SECONDS = 1;
    /** What somebody else received comes back after the visibility timeout, 30 seconds where a queue names none. */
    private static final int MAX_EMPTY_POLLS = 35;

    private final QueueClient queues;

    public DeadLetters(QueueClient queues) {
        this.queues = queues;
    }

    /** How many lie where; queues without any are left out. */
    public List<QueueDepth> counts() {
        return queues.depths(deadLetterQueues()).stream()
                .filter(depth -> !depth.isEmpty())
                .toList();
    }

    /** The letters of one queue's dead-letter queue, or of all where the name is empty; they stay where they are. */
    public List<DeadLetter> list(String queue) {
        List<DeadLetter> letters = new ArrayList<>();
        for (String dead : selected(queue)) {
            List<Message> taken = take(dead);
            for (Message message : taken) {
                letters.add(new DeadLetter(source(dead), message.messageId(), message.body()));
                queues.hide(dead, message, 0);
            }
        }
        return letters;
    }

    /** Sends them to their queue again. Each is deleted only after it was sent, so a crash may double, never lose, one. */
    public int replay(String queue) {
        int replayed = 0;
        for (String dead : selected(queue)) {
            for (Message message : take(dead)) {
                queues.send(source(dead), message.body());
                queues.delete(dead, List.of(message));
                replayed++;
            }
        }
        return replayed;
    }

    /** Writes all letters to a file, so that they outlive the process; no file where there are none. */
    public void save(Path file) {
        List<DeadLetter> letters = list("");
        try {
            if (letters.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, Json.write(letters.toArray(DeadLetter[]::new)));
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Puts saved letters back into their dead-letter queues; those of a queue that is gone are left in the file. */
    public void restore(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<String> known = queues.names();
            for (DeadLetter letter : Json.read(Files.readString(file), DeadLetter[].class)) {
                String dead = letter.queue() + SUFFIX;
                if (known.contains(dead)) {
                    queues.send(dead, letter.body());
                }
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** All that there are, also those that somebody else is looking at just now. */
    private List<Message> take(String dead) {
        QueueDepth depth = queues.depth(dead);
        int there = Math.min(depth.waiting() + depth.inFlight(), MAX_LISTED);
        List<Message> taken = new ArrayList<>();
        int emptyPolls = 0;
        while (taken.size() < there && emptyPolls < MAX_EMPTY_POLLS) {
            List<Message> batch = queues.receive(dead, BATCH, POLL_SECONDS);
            emptyPolls += batch.isEmpty() ? 1 : 0;
            taken.addAll(batch);
        }
        return taken;
    }

    private List<String> selected(String queue) {
        if (queue.isEmpty()) {
            return deadLetterQueues();
        }
        String dead = queue.endsWith(SUFFIX) ? queue : queue + SUFFIX;
        if (!queues.names().contains(dead)) {
            throw new AppException(
                    ErrorCode.NOT_FOUND,
                    "no queue is called '%s'; with dead letters there can be: %s"
                            .formatted(
                                    queue,
                                    String.join(
                                            ", ",
                                            deadLetterQueues().stream()
                                                    .map(DeadLetters::source)
                                                    .toList())));
        }
        return List.of(dead);
    }

    private List<String> deadLetterQueues() {
        return queues.names().stream().filter(name -> name.endsWith(SUFFIX)).toList();
    }

    private static String source(String dead) {
        return dead.substring(0, dead.length() - SUFFIX.length());
    }

    /** @param queue the queue it died in */
    public record DeadLetter(String queue, String messageId, String body) {}
}
