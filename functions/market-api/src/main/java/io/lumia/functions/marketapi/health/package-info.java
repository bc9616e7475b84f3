/**
 * How the service is: {@code CheckHealth} asks the database, the queues and the data behind small ports.
 */
@NullMarked
package io.lumia.functions.marketapi.health;

import org.jspecify.annotations.NullMarked;
