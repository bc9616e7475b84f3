package io.lumia.platform.lambda;

import java.util.List;
import java.util.Map;

/** What makes a function run. */
public sealed interface Trigger {

    /** Fixed time tables that come with the function; others are data and kept by a schedule engine. */
    default List<Schedule> schedules() {
        return List.of();
    }

    /** By the clock. */
    record Scheduled(List<Schedule> schedules) implements Trigger {

        public Scheduled {
            schedules = List.copyOf(schedules);
        }
    }

    /**
     * By messages in its own queue, which it also gets the events in that it subscribes to.
     *
     * @param schedules whose inputs are sent to the queue; none for a function that others alone send to
     */
    record Queued(Queue queue, List<Schedule> schedules) implements Trigger {

        public Queued {
            schedules = List.copyOf(schedules);
        }
    }

    /** By requests to its routes. */
    record Http(List<Route> routes) implements Trigger {

        public Http {
            routes = List.copyOf(routes);
        }
    }

    /** By hand, or by a deployment. */
    record Manual() implements Trigger {}

    /**
     * One time table.
     *
     * @param name  unique among all functions, since the cloud keeps them in one group
     * @param when  in the zone it names
     * @param input the event that the function gets, or the message that its queue gets
     */
    record Schedule(String name, CronSchedule when, Map<String, Object> input) {

        public Schedule {
            input = Map.copyOf(input);
        }
    }

    /**
     * The function's queue.
     *
     * @param batchSize                messages handed over at once, at most
     * @param maxBatchingWindowSeconds how long to wait for a batch to fill
     * @param visibilityTimeoutSeconds how long a message is hidden while it is worked on
     * @param maxReceiveCount          deliveries before a message goes to the dead-letter queue
     */
    record Queue(
            String name,
            int batchSize,
            int maxBatchingWindowSeconds,
            int visibilityTimeoutSeconds,
            int maxReceiveCount) {

        /** What stands behind a queue's name in that of its dead letters. */
        public static final String DEAD_LETTER_SUFFIX = "-dead";

        /** Where messages go that were delivered too often. */
        public String deadLetterName() {
            return name + DEAD_LETTER_SUFFIX;
        }
    }

    /**
     * What requests it answers.
     *
     * @param path       with parameters in braces, such as {@code /api/v1/assets/{id}}
     * @param authorised whether the gateway asks its authoriser first; without, nobody is known and nothing is counted, so
     *     only what is open to all may do without
     */
    record Route(String method, String path, boolean authorised) {

        /** One that the authoriser is asked about. */
        public Route(String method, String path) {
            this(method, path, true);
        }
    }
}
