/** Makes the scorers of what ships, or of a model that the configuration names. */
@NullMarked
package io.lumia.sentiment.wiring;

import org.jspecify.annotations.NullMarked;
