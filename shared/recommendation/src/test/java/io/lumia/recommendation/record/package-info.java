@NullMarked
package io.lumia.recommendation.record;

import org.jspecify.annotations.NullMarked;
