package io.lumia.market.provider.bundle;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, and no more. */
final class BoundedInput extends InputStream {

    private final InputStream input;
    private long left;

    BoundedInput(InputStream input, long bytes) {
        this.input = input;
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        int value = left > 0 ? input.read() : -1;
        left -= value >= 0 ? 1 : 0;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        int read = input.read(target, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
