@NullMarked
package io.lumia.recommendation.personal.persistence;

import org.jspecify.annotations.NullMarked;
