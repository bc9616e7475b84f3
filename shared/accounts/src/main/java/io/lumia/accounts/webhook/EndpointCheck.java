package io.lumia.accounts.webhook;

import java.util.Optional;

/** Whether an address may be sent to, by where its name leads now. */
@FunctionalInterface
public interface EndpointCheck {

    /** Why not; empty where it may. */
    Optional<String> refusal(EndpointUrl url);
}
