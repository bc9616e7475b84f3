package io.lumia.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsNudgeSenderTest {

    private QueueServer queues;

    @BeforeEach
    void start() {
        queues = QueueServer.start();
    }

    @AfterEach
    void stop() {
        queues.close();
    }

    @Test
    void wakesAtOnceOrIsHeldBack() {
        assertThat(queues.nudges().send("collect", "{}", Duration.ZERO)).isTrue();
        assertThat(queues.nudges().send("collect", "later", NudgeSender.LONGEST_DELAY))
                .isTrue();

        assertThat(queues.receive("collect")).extracting(Message::body).containsExactly("{}");
    }

    @Test
    void aQueueThatIsAwayIsNoFailure() {
        assertThat(queues.nudges().send("gone", "{}", Duration.ZERO)).isFalse();
    }

    @Test
    void refusesADelayThatSqsCannotKeep() {
        assertThatThrownBy(() -> queues.nudges().send("collect", "{}", Duration.ofMinutes(16)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("delay of a nudge is 'PT16M'; allowed: 0 to PT15M");
    }
}
