package io.lumia.collection.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeliveriesTest {

    @Test
    void isLastFromTheMaximumOn() {
        assertThat(Deliveries.isLast(received("4"), 5)).isFalse();
        assertThat(Deliveries.isLast(received("5"), 5)).isTrue();
        assertThat(Deliveries.isLast(received("6"), 5)).isTrue();
    }

    @Test
    void takesAMessageWithoutCountForTheFirst() {
        assertThat(Deliveries.isLast(new SQSMessage(), 1)).isFalse();
        assertThat(Deliveries.isLast(received("many"), 1)).isFalse();
    }

    private static SQSMessage received(String count) {
        SQSMessage message = new SQSMessage();
        message.setAttributes(Map.of("ApproximateReceiveCount", count));
        return message;
    }
}
