package io.lumia.functions.marketapi.signal;

import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.SignalRow;
import java.util.List;

/** One day's signals, those of the wanted columns; written by {@link SignalPointSerializer}. */
record SignalPoint(SignalRow row, List<SignalColumn> columns) {}
