@NullMarked
package io.lumia.recommendation.backtest.job;

import org.jspecify.annotations.NullMarked;
