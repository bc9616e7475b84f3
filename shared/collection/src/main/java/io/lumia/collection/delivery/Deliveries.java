package io.lumia.collection.delivery;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often SQS has delivered a message. */
public final class Deliveries {

    private static final String RECEIVE_COUNT = "ApproximateReceiveCount";

    private Deliveries() {}

    /**
     * Whether the message goes to the dead-letter queue if this delivery fails. SQS counts approximately; a count that is
     * missing is taken for the first, so that nothing is given up too early.
     */
    public static boolean isLast(SQSMessage message, int maxReceiveCount) {
        @Nullable Map<String, String> attributes = message.getAttributes();
        @Nullable String count = attributes == null ? null : attributes.get(RECEIVE_COUNT);
        return count != null && count.matches("[0-9]{1,9}") && Integer.parseInt(count) >= maxReceiveCount;
    }
}
