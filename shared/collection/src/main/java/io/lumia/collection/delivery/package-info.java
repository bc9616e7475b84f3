/** What the functions of collection need to know about a message's delivery: {@link io.lumia.collection.delivery.Deliveries}. */
@NullMarked
package io.lumia.collection.delivery;

import org.jspecify.annotations.NullMarked;
