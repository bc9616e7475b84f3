package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeadLetterWatchTest {

    private final Map<String, Integer> letters = new HashMap<>(Map.of("x-collect-dead", 0, "x-load-dead", 2));
    private final Map<String, String> failures = new HashMap<>();

    @Test
    void tellsWhichFunctionGaveUpAndWhatItSaid() {
        DeadLetterWatch watch = watch();
        failures.put("collect", "did not start: LUMIA_PROVIDERS_KEYS is no JSON");

        letters.put("x-collect-dead", 1);

        assertThatThrownBy(watch::check)
                .hasMessage("collect gave up 1 message, which lies in x-collect-dead;"
                        + " it said at last: did not start: LUMIA_PROVIDERS_KEYS is no JSON");
    }

    @Test
    void lettersOfAnEarlierDayAreNotThisOnes() {
        assertThatCode(watch()::check).doesNotThrowAnyException();
    }

    @Test
    void aFunctionThatFailedNeverAsAWholeIsSaidToHaveALog() {
        DeadLetterWatch watch = watch();

        letters.put("x-load-dead", 4);

        assertThatThrownBy(watch::check)
                .hasMessageContaining("load gave up 2 messages, which lie in x-load-dead")
                .hasMessageContaining("log");
    }

    private DeadLetterWatch watch() {
        return new DeadLetterWatch(
                Map.of("x-collect-dead", "collect", "x-load-dead", "load"),
                queue -> letters.getOrDefault(queue, 0),
                function -> Optional.ofNullable(failures.get(function)));
    }
}
