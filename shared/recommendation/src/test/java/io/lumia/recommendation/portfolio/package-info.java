@NullMarked
package io.lumia.recommendation.portfolio;

import org.jspecify.annotations.NullMarked;
