package io.lumia.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    @Test
    void cutsByNumberInOrder() {
        assertThat(Batches.of(List.of("a", "b", "c", "d", "e"), 2, 100, String::length))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @Test
    void fillsABatchToExactlyTheBytesAllowed() {
        assertThat(Batches.of(List.of("aa", "bb", "c", "ddddd"), 10, 5, String::length))
                .containsExactly(List.of("aa", "bb", "c"), List.of("ddddd"));
    }

    @Test
    void makesNoBatchOfNothing() {
        assertThat(Batches.of(List.<String>of(), 10, 5, String::length)).isEmpty();
    }
}
