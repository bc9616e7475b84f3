package io.lumia.functions.keepaccounts;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.queue.SqsBatch;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes ticks from the {@code keep-accounts} queue. Answers with the ids of the messages that failed. */
@Singleton
@Requires(beans = KeepAccounts.class)
public final class KeepAccountsHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final KeepAccounts keepAccounts;
    private final SqsBatch batch;
    private final JsonCodec json;

    /** For Lambda. */
    public KeepAccountsHandler() {
        this(
                FunctionContext.get().getBean(KeepAccounts.class),
                FunctionContext.get().getBean(SqsBatch.class),
                FunctionContext.get().getBean(JsonCodec.class));
    }

    @Inject
    public KeepAccountsHandler(KeepAccounts keepAccounts, SqsBatch batch, JsonCodec json) {
        this.keepAccounts = keepAccounts;
        this.batch = batch;
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return batch.handle(event, message -> {
            // Read so that what is no tick is refused.
            json.readExactly(String.valueOf(message.getBody()), Tick.class);
            keepAccounts.keep();
        });
    }
}
