@NullMarked
package io.lumia.recommendation;

import org.jspecify.annotations.NullMarked;
