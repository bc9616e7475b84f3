package io.lumia.functions.marketapi.health;

import java.util.List;

/** How full the queues are. */
public interface QueueHealth {

    /** One entry per queue that is watched; a queue that does not answer says so instead of failing. */
    List<QueueDepth> depths();
}
