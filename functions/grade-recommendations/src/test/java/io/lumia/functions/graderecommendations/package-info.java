@NullMarked
package io.lumia.functions.graderecommendations;

import org.jspecify.annotations.NullMarked;
