package io.lumia.functions.plancollection;

import io.lumia.market.provider.web.Capabilities;
import jakarta.inject.Singleton;
import java.util.List;

/** How many calls providers still take. */
@Singleton
class CallBudget {

    int remaining(List<Capabilities> chain) {
        return chain.isEmpty() ? 0 : Integer.MAX_VALUE;
    }
}
