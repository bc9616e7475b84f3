@NullMarked
package io.lumia.functions.recommendationapi;

import org.jspecify.annotations.NullMarked;
