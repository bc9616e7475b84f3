@NullMarked
package io.lumia.recommendation.score;

import org.jspecify.annotations.NullMarked;
