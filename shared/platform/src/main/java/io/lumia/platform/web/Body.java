package io.lumia.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads a body with bounds on what comes over the wire and on what it becomes once decompressed. */
final class Body {

    private static final int CHUNK_BYTES = 16 << 10;
    private static final int ZLIB_METHOD_MASK = 0x0F;
    private static final int ZLIB_DEFLATE = 8;
    private static final int ZLIB_CHECK = 31;

    private Body() {}

    /** More than is allowed came, or would come. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    /** @param encoding the header Content-Encoding, empty where there is none */
    static byte[] read(InputStream wire, String encoding, int maxBytes, AtomicLong received) throws IOException {
        InputStream counted = new Counted(wire, maxBytes, received);
        try (InputStream decoded = decoded(counted, encoding.strip().toLowerCase(Locale.ROOT))) {
            return readBounded(decoded, maxBytes);
        }
    }

    private static InputStream decoded(InputStream in, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity" -> in;
            case "gzip", "x-gzip" -> new GZIPInputStream(in, CHUNK_BYTES);
            case "deflate" -> inflated(in);
            default -> throw new ZipException("content encoding '%s', which we did not ask for".formatted(encoding));
        };
    }

    /** Deflate with the zlib frame that RFC 9110 asks for, or without, as some servers send it. */
    private static InputStream inflated(InputStream in) throws IOException {
        PushbackInputStream head = new PushbackInputStream(in, 2);
        byte[] start = head.readNBytes(2);
        head.unread(start);
        boolean framed = start.length == 2
                && (start[0] & ZLIB_METHOD_MASK) == ZLIB_DEFLATE
                && (((start[0] & 0xFF) << Byte.SIZE) | (start[1] & 0xFF)) % ZLIB_CHECK == 0;
        return new InflaterInputStream(head, new Inflater(!framed), CHUNK_BYTES);
    }

    private static byte[] readBounded(InputStream in, int maxBytes) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (content.size() + read > maxBytes) {
                throw new TooLarge("more than %d bytes once decompressed".formatted(maxBytes));
            }
            content.write(chunk, 0, read);
        }
        return content.toByteArray();
    }

    /** Counts what comes over the wire and stops at the bound. */
    private static final class Counted extends FilterInputStream {

        private final int maxBytes;
        private final AtomicLong received;

        Counted(InputStream in, int maxBytes, AtomicLong received) {
            super(in);
            this.maxBytes = maxBytes;
            this.received = received;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0 && received.addAndGet(read) > maxBytes) {
                throw new TooLarge("more than %d bytes".formatted(maxBytes));
            }
            return read;
        }
    }
}
