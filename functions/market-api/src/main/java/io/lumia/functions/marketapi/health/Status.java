package io.lumia.functions.marketapi.health;

/** Words for how a part is. */
final class Status {

    static final String UP = "up";

    /** It answers, but somebody should look. */
    static final String DEGRADED = "degraded";

    static final String DOWN = "down";

    private Status() {}
}
