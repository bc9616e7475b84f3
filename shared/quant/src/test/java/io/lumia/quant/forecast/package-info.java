@NullMarked
package io.lumia.quant.forecast;

import org.jspecify.annotations.NullMarked;
