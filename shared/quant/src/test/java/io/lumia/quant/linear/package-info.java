@NullMarked
package io.lumia.quant.linear;

import org.jspecify.annotations.NullMarked;
