package io.lumia.recommendation.snapshot;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.recommendation.snapshot.Fingerprint.Group;
import io.lumia.recommendation.snapshot.Fingerprint.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Fingerprint} as bytes: a version, then deflated the snapshot's id, the number of groups, and of each asset, kind,
 * digest, number of rows, keys and checksums. Dates are written as the days since the one before, so that a row costs little
 * more than its two bytes of checksum.
 */
public final class FingerprintCodec {

    private static final int VERSION = 1;
    private static final int DIGEST_BYTES = 32;

    /** Bounds of what is read back; far above 20,000 assets and the longest look-back of 8,000 of them. */
    static final int MAX_GROUPS = 200_000;

    static final int MAX_ROWS_OF_GROUP = 1_000_000;
    static final long MAX_ROWS = 50_000_000;

    private static final int DATES = 0;
    private static final int TEXTS = 1;
    private static final HexFormat HEX = HexFormat.of();

    private FingerprintCodec() {}

    public static byte[] encode(Fingerprint fingerprint) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.write(HEX.parseHex(fingerprint.snapshotId()));
            out.writeInt(fingerprint.groups().size());
            for (var entry : fingerprint.groups().entrySet()) {
                out.writeUTF(entry.getKey().asset());
                out.writeUTF(entry.getKey().kind().name());
                write(out, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Rows rows) throws IOException {
        out.write(HEX.parseHex(rows.digest()));
        out.writeInt(rows.checksums().length);
        if (rows.keys() instanceof DateKeys dates) {
            out.writeByte(DATES);
            int before = 0;
            for (int i = 0; i < dates.size(); i++) {
                writeVariable(out, dates.epochDay(i) - before);
                before = dates.epochDay(i);
            }
        } else {
            out.writeByte(TEXTS);
            for (String key : rows.keys()) {
                out.writeUTF(key);
            }
        }
        for (short checksum : rows.checksums()) {
            out.writeShort(checksum);
        }
    }

    public static Fingerprint decode(byte[] encoded) {
        if (encoded.length == 0 || encoded[0] != VERSION) {
            throw unreadable("version", encoded.length == 0 ? "missing" : encoded[0], VERSION, null);
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(encoded, 1, encoded.length - 1);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(bytes))) {
            return read(in);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable("content", e, "what encode wrote", e);
        }
    }

    private static Fingerprint read(DataInputStream in) throws IOException {
        String snapshotId = HEX.formatHex(in.readNBytes(DIGEST_BYTES));
        int groups = within("number of groups", in.readInt(), MAX_GROUPS);
        TreeMap<Group, Rows> all = new TreeMap<>();
        long rows = 0;
        for (int i = 0; i < groups; i++) {
            Group group = new Group(in.readUTF(), InputKind.valueOf(in.readUTF()));
            Rows read = readRows(in);
            rows += read.checksums().length;
            within("number of rows", rows, MAX_ROWS);
            all.put(group, read);
        }
        return new Fingerprint(snapshotId, all);
    }

    private static Rows readRows(DataInputStream in) throws IOException {
        String digest = HEX.formatHex(in.readNBytes(DIGEST_BYTES));
        int size = within("rows of a group", in.readInt(), MAX_ROWS_OF_GROUP);
        List<String> keys = in.readByte() == DATES ? readDates(in, size) : readTexts(in, size);
        short[] checksums = new short[size];
        for (int i = 0; i < size; i++) {
            checksums[i] = in.readShort();
        }
        return new Rows(digest, keys, checksums);
    }

    private static List<String> readDates(DataInputStream in, int size) throws IOException {
        int[] days = new int[size];
        int before = 0;
        for (int i = 0; i < size; i++) {
            before += readVariable(in);
            days[i] = before;
        }
        return new DateKeys(days);
    }

    private static List<String> readTexts(DataInputStream in, int size) throws IOException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            keys.add(in.readUTF());
        }
        return keys;
    }

    /** Seven bits a byte, the lowest first, the eighth set where more follow; the sign in the lowest bit. */
    private static void writeVariable(DataOutputStream out, int value) throws IOException {
        int rest = (value << 1) ^ (value >> 31);
        while ((rest & ~0x7F) != 0) {
            out.writeByte(rest | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readVariable(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int read = in.readUnsignedByte();
            value |= (read & 0x7F) << shift;
            if (read < 0x80) {
                break;
            }
        }
        return (value >>> 1) ^ -(value & 1);
    }

    private static int within(String what, int value, int most) {
        return Math.toIntExact(within(what, (long) value, most));
    }

    private static long within(String what, long value, long most) {
        if (value < 0 || value > most) {
            throw unreadable(what, value, "0 to " + most, null);
        }
        return value;
    }

    private static AppException unreadable(String what, Object value, Object allowed, @Nullable Throwable cause) {
        String message = "%s of a stored fingerprint is '%s'; allowed: %s".formatted(what, value, allowed);
        return cause == null
                ? new AppException(ErrorCode.INTERNAL, message)
                : new AppException(ErrorCode.INTERNAL, message, cause);
    }
}
