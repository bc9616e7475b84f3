package io.lumia.functions.authorize;

import io.lumia.platform.http.Admission;

/** What the gateway is told. */
sealed interface Verdict {

    /** The request may go on to its function, which refuses what goes beyond scopes and quota. */
    record Known(Admission admission) implements Verdict {}

    /** Credentials that do not count. The caller learns no more than that. */
    record NotAccepted(String reason) implements Verdict {}
}
