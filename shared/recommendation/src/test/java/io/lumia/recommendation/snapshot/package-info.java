@NullMarked
package io.lumia.recommendation.snapshot;

import org.jspecify.annotations.NullMarked;
