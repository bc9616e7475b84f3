@NullMarked
package io.lumia.recommendation.record.persistence;

import org.jspecify.annotations.NullMarked;
