@NullMarked
package io.lumia.recommendation.record.json;

import org.jspecify.annotations.NullMarked;
