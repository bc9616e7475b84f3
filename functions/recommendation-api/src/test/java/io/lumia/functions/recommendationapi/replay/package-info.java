@NullMarked
package io.lumia.functions.recommendationapi.replay;

import org.jspecify.annotations.NullMarked;
