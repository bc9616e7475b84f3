@NullMarked
package io.lumia.recommendation.universe;

import org.jspecify.annotations.NullMarked;
