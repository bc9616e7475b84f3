package io.lumia.platform.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by {@code COPY … FROM STDIN (FORMAT binary)}, the fastest way into PostgreSQL. Call {@link #startRow} and
 * then one {@code put} per column; {@link #finish} ends the copy; closing without it cancels and leaves no row.
 *
 * <p>Format: PostgreSQL manual, COPY, "Binary Format". Dates count days and instants microseconds from 2000-01-01.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LARGEST_FIXED_FIELD_BYTES = 20;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int EPOCH_DAY_2000 = 10_957;
    private static final long EPOCH_SECOND_2000 = EPOCH_DAY_2000 * 86_400L;

    private final CopyIn copy;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int size;

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
    }

    /**
     * @param connection inside the transaction that the rows belong to
     * @param target     table and columns, such as {@code market.daily_bar_staging (batch_id, asset_id)}
     */
    public static BinaryCopy into(Connection connection, String target) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
        BinaryCopy binary = new BinaryCopy(copy);
        binary.putBytes(SIGNATURE);
        binary.putRawInt(0);
        binary.putRawInt(0);
        return binary;
    }

    public void startRow(int columns) throws SQLException {
        reserve(2);
        buffer[size++] = (byte) (columns >>> 8);
        buffer[size++] = (byte) columns;
    }

    public void putNull() throws SQLException {
        putRawInt(-1);
    }

    public void putShort(int value) throws SQLException {
        putRawInt(2);
        reserve(2);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    public void putInt(int value) throws SQLException {
        putRawInt(4);
        putRawInt(value);
    }

    public void putLong(long value) throws SQLException {
        putRawInt(8);
        putRawLong(value);
    }

    /** NaN is written as NaN; see {@link #putDoubleOrNull}. */
    public void putDouble(double value) throws SQLException {
        putRawInt(8);
        putRawLong(Double.doubleToRawLongBits(value));
    }

    /** NaN, our "unknown" in arrays, becomes NULL. */
    public void putDoubleOrNull(double value) throws SQLException {
        if (Double.isNaN(value)) {
            putNull();
        } else {
            putDouble(value);
        }
    }

    public void putBoolean(boolean value) throws SQLException {
        putRawInt(1);
        reserve(1);
        buffer[size++] = (byte) (value ? 1 : 0);
    }

    public void putDate(LocalDate date) throws SQLException {
        putEpochDay(date.toEpochDay());
    }

    public void putEpochDay(long epochDay) throws SQLException {
        putInt(Math.toIntExact(epochDay - EPOCH_DAY_2000));
    }

    /** Rounded down to microseconds, as PostgreSQL keeps them. */
    public void putInstant(Instant instant) throws SQLException {
        putLong((instant.getEpochSecond() - EPOCH_SECOND_2000) * 1_000_000 + instant.getNano() / 1_000);
    }

    public void putUuid(UUID value) throws SQLException {
        putRawInt(16);
        putRawLong(value.getMostSignificantBits());
        putRawLong(value.getLeastSignificantBits());
    }

    public void putText(@Nullable String value) throws SQLException {
        if (value == null) {
            putNull();
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putRawInt(bytes.length);
        putBytes(bytes);
    }

    /** Ends the copy and says how many rows the server took. */
    public long finish() throws SQLException {
        reserve(2);
        buffer[size++] = (byte) 0xff;
        buffer[size++] = (byte) 0xff;
        flush();
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void putRawInt(int value) throws SQLException {
        reserve(4);
        buffer[size++] = (byte) (value >>> 24);
        buffer[size++] = (byte) (value >>> 16);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    private void putRawLong(long value) throws SQLException {
        reserve(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    private void putBytes(byte[] bytes) throws SQLException {
        if (bytes.length > BUFFER_BYTES - LARGEST_FIXED_FIELD_BYTES) {
            flush();
            copy.writeToCopy(bytes, 0, bytes.length);
            return;
        }
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void reserve(int bytes) throws SQLException {
        if (size + bytes > BUFFER_BYTES) {
            flush();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, size);
        size = 0;
    }
}
