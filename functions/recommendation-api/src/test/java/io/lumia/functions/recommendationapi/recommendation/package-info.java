@NullMarked
package io.lumia.functions.recommendationapi.recommendation;

import org.jspecify.annotations.NullMarked;
