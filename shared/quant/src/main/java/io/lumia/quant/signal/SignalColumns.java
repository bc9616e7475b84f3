package io.lumia.quant.signal;

import java.util.Arrays;
import java.util.Objects;

/**
 * The result of a calculation: one array per column, with the positions of the bars it was made from.
 *
 * <p>Values stand at {@link #firstIndex()} to {@link #size()} - 1; after a resumed calculation everything before is NaN.
 * An object can be handed to {@link SignalEngine} again to be filled with another asset's values; its arrays may then be
 * longer than {@link #size()}.
 */
@SuppressWarnings("EnumOrdinal") // positions in our own arrays, never stored
public final class SignalColumns {

    private static final int SIGNALS = SignalColumn.values().length;
    private static final int STATES = StateColumn.values().length;

    private final double[][] signals = new double[SIGNALS][0];
    private final double[][] states = new double[STATES][0];
    private int[] epochDays = new int[0];
    private int firstIndex;
    private int origin;

    /** The values of a column, by position of the bar; NaN where there is none. Not copied. */
    public double[] get(SignalColumn column) {
        return signals[column.ordinal()];
    }

    /** The values of a state column, by position of the bar; NaN where there is none. Not copied. */
    public double[] get(StateColumn column) {
        return states[column.ordinal()];
    }

    /** Number of bars in the series or window. */
    public int size() {
        return epochDays.length;
    }

    /** Position of the first bar that was computed; 0 for a full calculation. */
    public int firstIndex() {
        return firstIndex;
    }

    /** Date of a bar in days since 1970-01-01. */
    public int epochDay(int index) {
        return epochDays[index];
    }

    /** Number of bars from the asset's first up to and including this one. */
    public int barsSeen(int index) {
        return origin + index + 1;
    }

    /** What to store with the row of this bar, so that the next one can be computed from it. */
    public RecursionState stateAfter(int index) {
        Objects.checkFromToIndex(firstIndex, index + 1, size());
        return new RecursionState(
                epochDays[index],
                barsSeen(index),
                get(SignalColumn.EMA_12)[index],
                get(SignalColumn.EMA_26)[index],
                get(StateColumn.MACD_FAST_EMA)[index],
                get(SignalColumn.MACD_SIGNAL)[index],
                get(StateColumn.RSI_AVERAGE_GAIN)[index],
                get(StateColumn.RSI_AVERAGE_LOSS)[index],
                get(SignalColumn.ATR_14)[index]);
    }

    /** Makes room for the bars of another series. */
    void begin(int[] barDays, int first, int barsBefore) {
        epochDays = barDays;
        firstIndex = first;
        origin = barsBefore;
        if (signals[0].length < barDays.length) {
            allocate(signals, barDays.length);
            allocate(states, barDays.length);
        }
    }

    /** What lies before the first computed bar was made from cut-off windows and is no result. */
    void blankBeforeFirst() {
        if (firstIndex > 0) {
            blank(signals);
            blank(states);
        }
    }

    private void blank(double[][] columns) {
        for (double[] column : columns) {
            Arrays.fill(column, 0, firstIndex, Double.NaN);
        }
    }

    private static void allocate(double[][] columns, int capacity) {
        for (int c = 0; c < columns.length; c++) {
            columns[c] = new double[capacity];
        }
    }
}
