package io.lumia.functions.marketapi.signal;

import io.lumia.signals.SignalRow;
import io.lumia.signals.sentiment.SentimentDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One day's signals, those of the wanted columns; written by {@link SignalPointSerializer}.
 *
 * @param sentiment null where no fresh text was about the asset
 */
record SignalPoint(SignalRow row, @Nullable SentimentDay sentiment, List<Indicator> columns) {}
