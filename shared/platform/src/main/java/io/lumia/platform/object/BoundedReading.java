package io.lumia.platform.object;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStream;

/** Reads a whole object, but never more than was agreed. */
final class BoundedReading {

    private BoundedReading() {}

    static byte[] read(InputStream content, String key, int maxBytes) throws IOException {
        byte[] bytes = content.readNBytes(maxBytes);
        if (bytes.length == maxBytes && content.read() != -1) {
            throw tooLarge(key, maxBytes);
        }
        return bytes;
    }

    static AppException tooLarge(String key, int maxBytes) {
        return new AppException(
                ErrorCode.LIMIT_REACHED,
                "object '%s' is larger than %d bytes, the most to be read".formatted(key, maxBytes));
    }
}
