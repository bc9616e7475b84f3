@NullMarked
package io.lumia.functions.recommendationapi.frontier;

import org.jspecify.annotations.NullMarked;
