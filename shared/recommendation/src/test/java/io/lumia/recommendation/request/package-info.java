@NullMarked
package io.lumia.recommendation.request;

import org.jspecify.annotations.NullMarked;
