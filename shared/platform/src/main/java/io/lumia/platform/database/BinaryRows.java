package io.lumia.platform.database;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows by {@code COPY (SELECT …) TO STDOUT (FORMAT binary)}, the fastest way out of PostgreSQL: no text, no object
 * per value. Call {@link #next} and then one getter per column, in their order. The server sends each row as a message
 * of its own; the first one carries the header too, the last one only the trailer.
 *
 * <p>Format: PostgreSQL manual, COPY, "Binary Format". Dates count days and instants microseconds from 2000-01-01.
 */
public final class BinaryRows implements AutoCloseable {

    private static final int SIGNATURE_AND_FLAGS_BYTES = 15;
    private static final int EPOCH_DAY_2000 = 10_957;
    private static final long EPOCH_SECOND_2000 = EPOCH_DAY_2000 * 86_400L;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int TRAILER = -1;
    private static final int NULL_LENGTH = -1;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final CopyOut copy;
    private final int columns;
    private byte[] message = {};
    private int position;
    private boolean headerRead;

    private BinaryRows(CopyOut copy, int columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /**
     * @param select  without parameters, since COPY takes none: only numbers and dates of ours may be written into it
     * @param columns how many columns it has
     */
    public static BinaryRows of(Connection connection, String select, int columns) throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + select + ") TO STDOUT (FORMAT binary)");
        return new BinaryRows(copy, columns);
    }

    /** Moves to the next row; false after the last one. */
    public boolean next() throws SQLException {
        byte @Nullable [] received = copy.readFromCopy();
        if (received == null) {
            return false;
        }
        message = received;
        position = headerRead ? 0 : headerLength();
        headerRead = true;
        int fields = (short) SHORT.get(message, position);
        position += Short.BYTES;
        if (fields == TRAILER) {
            return next();
        }
        if (fields != columns) {
            throw new AppException(
                    ErrorCode.INTERNAL, "a copied row has %d columns; expected: %d".formatted(fields, columns));
        }
        return true;
    }

    public short getShort() {
        position += Integer.BYTES + Short.BYTES;
        return (short) SHORT.get(message, position - Short.BYTES);
    }

    public int getInt() {
        position += Integer.BYTES + Integer.BYTES;
        return (int) INT.get(message, position - Integer.BYTES);
    }

    public long getLong() {
        position += Integer.BYTES + Long.BYTES;
        return (long) LONG.get(message, position - Long.BYTES);
    }

    /** NULL becomes NaN. */
    public double getDouble() {
        int length = (int) INT.get(message, position);
        position += Integer.BYTES;
        if (length == NULL_LENGTH) {
            return Double.NaN;
        }
        position += Long.BYTES;
        return Double.longBitsToDouble((long) LONG.get(message, position - Long.BYTES));
    }

    /** A bytea; NULL becomes empty. Valid until the next row. */
    public ByteBuffer getBytes() {
        int length = Math.max(0, (int) INT.get(message, position));
        position += Integer.BYTES + length;
        return ByteBuffer.wrap(message, position - length, length);
    }

    public int getEpochDay() {
        return epochDay(getInt());
    }

    public Instant getInstant() {
        return instant(getLong());
    }

    /** @param days as the server counts them */
    public static int epochDay(int days) {
        return days + EPOCH_DAY_2000;
    }

    /** @param micros as the server counts them */
    public static Instant instant(long micros) {
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        return Instant.ofEpochSecond(seconds + EPOCH_SECOND_2000, Math.floorMod(micros, MICROS_PER_SECOND) * 1_000);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private int headerLength() {
        int extension = (int) INT.get(message, SIGNATURE_AND_FLAGS_BYTES);
        return SIGNATURE_AND_FLAGS_BYTES + Integer.BYTES + extension;
    }
}
