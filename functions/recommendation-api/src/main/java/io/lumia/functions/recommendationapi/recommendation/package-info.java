/** A recommendation as a resource: made, kept, shown, listed, judged. */
@NullMarked
package io.lumia.functions.recommendationapi.recommendation;

import org.jspecify.annotations.NullMarked;
