package io.lumia.signals.persistence;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.BinaryCopy;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.quant.signal.SignalColumns;
import io.lumia.quant.signal.StateColumn;
import io.lumia.signals.ComputedRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes computed rows in the order of {@link SignalTable#ROW_NAMES}, for staging with the batch id before them. */
final class RowWriter {

    private final BinaryCopy copy;
    private final Instant computedAt;
    private final @Nullable UUID batchId;
    private final double[][] signals = new double[SignalTable.SIGNALS.length][];
    private final double[][] states = new double[SignalTable.STATES.length][];

    RowWriter(BinaryCopy copy, Instant computedAt) {
        this(copy, computedAt, null);
    }

    RowWriter(BinaryCopy copy, Instant computedAt, @Nullable UUID batchId) {
        this.copy = copy;
        this.computedAt = computedAt;
        this.batchId = batchId;
    }

    void write(ComputedRows rows) {
        take(rows.columns());
        try {
            for (int i = rows.from(); i < rows.until(); i++) {
                writeRow(rows, i);
            }
        } catch (SQLException e) {
            throw new AppException(
                    ErrorCode.DATABASE_UNAVAILABLE, "writing signals of asset %d failed".formatted(rows.assetKey()), e);
        }
    }

    private void take(SignalColumns columns) {
        for (SignalColumn column : SignalTable.SIGNALS) {
            signals[column.ordinal()] = columns.get(column);
        }
        for (StateColumn column : SignalTable.STATES) {
            states[column.ordinal()] = columns.get(column);
        }
    }

    private void writeRow(ComputedRows rows, int i) throws SQLException {
        if (batchId == null) {
            copy.startRow(SignalTable.ROW_COLUMNS);
        } else {
            copy.startRow(SignalTable.ROW_COLUMNS + 1);
            copy.putUuid(batchId);
        }
        copy.putInt(rows.assetKey());
        copy.putEpochDay(rows.columns().epochDay(i));
        for (double[] signal : signals) {
            copy.putDoubleOrNull(signal[i]);
        }
        copy.putInt(rows.columns().barsSeen(i));
        for (double[] state : states) {
            copy.putDoubleOrNull(state[i]);
        }
        copy.putInstant(computedAt);
    }
}
