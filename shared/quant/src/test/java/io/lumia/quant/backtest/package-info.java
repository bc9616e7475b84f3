@NullMarked
package io.lumia.quant.backtest;

import org.jspecify.annotations.NullMarked;
