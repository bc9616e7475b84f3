package io.lumia.functions.marketapi.health;

/** Whether the database answers. */
public interface DatabaseHealth {

    /** Asks it for nothing; throws when it does not answer. */
    void ping();
}
