/** How recommendations did after a week, a month and a quarter. */
@NullMarked
package io.lumia.functions.recommendationapi.scorecard;

import org.jspecify.annotations.NullMarked;
