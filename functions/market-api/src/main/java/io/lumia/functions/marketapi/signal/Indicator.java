package io.lumia.functions.marketapi.signal;

import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.sentiment.SentimentColumn;

/** A number of a day's row: one that follows from prices, or from texts. */
sealed interface Indicator {

    String columnName();

    /** NaN where it is not known. */
    double of(SignalPoint point);

    record OfPrices(SignalColumn column) implements Indicator {
        @Override
        public String columnName() {
            return column.columnName();
        }

        @Override
        public double of(SignalPoint point) {
            return point.row().value(column);
        }
    }

    record OfTexts(SentimentColumn column) implements Indicator {
        @Override
        public String columnName() {
            return column.columnName();
        }

        @Override
        public double of(SignalPoint point) {
            return point.sentiment() == null ? Double.NaN : column.of(point.sentiment());
        }
    }
}
