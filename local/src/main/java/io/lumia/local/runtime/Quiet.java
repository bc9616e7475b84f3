package io.lumia.local.runtime;

import io.lumia.local.books.Books.Outgoing;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether nothing is on its way between the functions behind queues, whichever process they are in. A message is deleted only
 * after what it caused was sent, so a look at one queue after another, in the order of the work, sees a message that goes
 * forward while one looks. One that goes back, to a queue that was looked at already, travels by an event; so no event may
 * leave while one looks.
 */
public final class Quiet {

    private Quiet() {}

    /**
     * @param outgoing       asked before and after the queues
     * @param areQueuesEmpty looks at each, in the order in which work flows through them
     */
    public static boolean isNow(Supplier<Outgoing> outgoing, BooleanSupplier areQueuesEmpty) {
        Outgoing before = outgoing.get();
        return before.waiting() == 0
                && areQueuesEmpty.getAsBoolean()
                && outgoing.get().equals(before);
    }
}
