package io.lumia.market.provider.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into CSV records and numbers their lines. A record is a line; where prose is allowed, a line
 * that leaves a quote open takes in the following ones, but only if that makes a whole record: otherwise the open quote
 * is that one line's fault. Memory is bounded by the longest record; a longer one is cut, its rest skipped.
 */
final class RecordScanner {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final JoinCheck joinCheck;
    private final int maxBytes;
    private InputStream input;
    private byte[] buffer;
    private int limit;
    private boolean exhausted;
    private long bufferOffset;
    private long nextLine;
    private int next;

    private int start;
    private int end;
    private long line;
    private boolean tooLong;
    private long cutOffset;

    /** Decides whether lines that an open quote holds together are one record. */
    @FunctionalInterface
    interface JoinCheck {
        boolean isRecord(byte[] bytes, int start, int end);

        /** Every line is a record of its own. */
        JoinCheck NEVER = (bytes, start, end) -> false;
    }

    RecordScanner(InputStream input, int maxBytes, JoinCheck joinCheck) {
        this.input = input;
        this.maxBytes = maxBytes;
        this.joinCheck = joinCheck;
        this.buffer = new byte[Math.min(maxBytes, CHUNK_BYTES) + CHUNK_BYTES];
        this.nextLine = 1;
    }

    /** Goes on with another stream. */
    void restart(InputStream stream, long offset, long firstLine) {
        input = stream;
        limit = 0;
        next = 0;
        exhausted = false;
        bufferOffset = offset;
        nextLine = firstLine;
    }

    /** Moves to the next record that is not an empty line. */
    boolean next() throws IOException {
        do {
            if (!advance()) {
                return false;
            }
        } while (start == end);
        return true;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Without the line end. */
    int end() {
        return end;
    }

    /** The number of the record's first line. */
    long line() {
        return line;
    }

    /** Where in the stream the record begins. */
    long offset() {
        return tooLong ? cutOffset : bufferOffset + start;
    }

    /** Where in the stream the next record begins. */
    long nextOffset() {
        return bufferOffset + next;
    }

    /** Whether the record was longer than allowed and is cut. */
    boolean tooLong() {
        return tooLong;
    }

    private boolean advance() throws IOException {
        start = next;
        line = nextLine;
        tooLong = false;
        int newline = lineEnd(start);
        if (newline < 0) {
            return cutLongLine();
        }
        if (newline == limit && start == limit) {
            next = start;
            return false;
        }
        int length = newline - start;
        int joined = joinCheck == JoinCheck.NEVER ? -1 : joinOpenQuote(newline);
        finish(joined >= 0 ? joined : start + length);
        return true;
    }

    private void finish(int newline) {
        next = Math.min(newline + 1, limit);
        nextLine++;
        end = newline > start && buffer[newline - 1] == '\r' ? newline - 1 : newline;
    }

    /** The end of the record that the open quote makes of this and the next lines, or -1. Counts the lines it takes. */
    private int joinOpenQuote(int firstNewline) throws IOException {
        if (quotes(start, firstNewline) % 2 == 0) {
            return -1;
        }
        int newline = firstNewline;
        for (int extra = 1; extra < BundleLimits.MAX_RECORD_LINES; extra++) {
            int length = newline - start;
            int following = lineEnd(newline + 1);
            newline = start + length;
            if (following < 0 || newline + 1 >= limit) {
                return -1;
            }
            boolean closes = quotes(newline + 1, following) % 2 == 1;
            newline = following;
            if (closes) {
                boolean whole = joinCheck.isRecord(buffer, start, newline);
                nextLine += whole ? extra : 0;
                return whole ? newline : -1;
            }
        }
        return -1;
    }

    private int quotes(int from, int to) {
        int quotes = 0;
        for (int i = from; i < to; i++) {
            quotes += buffer[i] == '"' ? 1 : 0;
        }
        return quotes;
    }

    /**
     * Index of the first line end at or after an index, the limit at the end of the stream, -1 when the record would
     * become too long. May move the buffer's content, and {@link #start} with it.
     */
    private int lineEnd(int from) throws IOException {
        int distance = from - start;
        int scanned = distance;
        while (true) {
            for (int i = start + scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return i - start > maxBytes ? -1 : i;
                }
            }
            scanned = Math.max(distance, limit - start);
            if (scanned > maxBytes) {
                return -1;
            }
            if (exhausted) {
                return limit;
            }
            fill();
        }
    }

    private boolean cutLongLine() throws IOException {
        int kept = Math.min(limit - start, BundleLimits.SHOWN_CHARACTERS);
        byte[] shown = Arrays.copyOfRange(buffer, start, start + kept);
        long recordOffset = bufferOffset + start;
        skipLine();
        tooLong = true;
        nextLine++;
        showCut(shown, recordOffset);
        return true;
    }

    private void skipLine() throws IOException {
        int position = start;
        while (true) {
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            if (position < limit || exhausted) {
                next = Math.min(position + 1, limit);
                return;
            }
            start = limit;
            fill();
            position = start;
        }
    }

    /** Puts the kept head of a long line in front of what follows it. */
    private void showCut(byte[] shown, long recordOffset) {
        int rest = limit - next;
        long nextOffset = bufferOffset + next;
        if (shown.length + rest > buffer.length) {
            buffer = Arrays.copyOf(buffer, shown.length + rest);
        }
        System.arraycopy(buffer, next, buffer, shown.length, rest);
        System.arraycopy(shown, 0, buffer, 0, shown.length);
        start = 0;
        end = shown.length;
        next = shown.length;
        limit = shown.length + rest;
        bufferOffset = nextOffset - next;
        cutOffset = recordOffset;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            bufferOffset += start;
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, maxBytes + CHUNK_BYTES * 2));
        }
        int read = input.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            exhausted = true;
        } else {
            limit += read;
        }
    }
}
