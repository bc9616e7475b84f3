@NullMarked
package io.lumia.recommendation.configuration;

import org.jspecify.annotations.NullMarked;
