package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Whether messages were given up since it began. A day that waits for what such a message would have brought waits in vain,
 * and its function has said why. Those that lay there before are somebody else's.
 */
final class DeadLetterWatch {

    private static final int SHOWN_CHARACTERS = 300;

    private final Map<String, String> functions;
    private final ToIntFunction<String> letters;
    private final Function<String, Optional<String>> lastFailure;
    private final Map<String, Integer> before = new TreeMap<>();

    /**
     * @param functions   by the name of the dead-letter queue of what they could not take
     * @param letters     how many lie in such a queue
     * @param lastFailure what a function said when it last failed
     */
    DeadLetterWatch(
            Map<String, String> functions,
            ToIntFunction<String> letters,
            Function<String, Optional<String>> lastFailure) {
        this.functions = new TreeMap<>(functions);
        this.letters = letters;
        this.lastFailure = lastFailure;
        functions.keySet().forEach(queue -> before.put(queue, letters.applyAsInt(queue)));
    }

    /** Fails where there are more than at the beginning. */
    void check() {
        functions.forEach((queue, function) -> {
            int added = letters.applyAsInt(queue) - before.getOrDefault(queue, 0);
            if (added > 0) {
                throw new AppException(
                        ErrorCode.INTERNAL,
                        "%s gave up %d message%s, which lie%s in %s; %s"
                                .formatted(
                                        function,
                                        added,
                                        added == 1 ? "" : "s",
                                        added == 1 ? "s" : "",
                                        queue,
                                        why(function)));
            }
        });
    }

    private String why(String function) {
        return lastFailure
                .apply(function)
                .map(error -> "it said at last: " + cut(error.strip()))
                .orElse("it reported them as failed one by one: its log says why");
    }

    private static String cut(String error) {
        return error.length() <= SHOWN_CHARACTERS ? error : error.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
