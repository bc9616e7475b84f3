@NullMarked
package io.lumia.functions.recommendationapi.backtest;

import org.jspecify.annotations.NullMarked;
