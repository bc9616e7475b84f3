@NullMarked
package io.lumia.recommendation.backtest;

import org.jspecify.annotations.NullMarked;
