@NullMarked
package io.lumia.quant.information;

import org.jspecify.annotations.NullMarked;
