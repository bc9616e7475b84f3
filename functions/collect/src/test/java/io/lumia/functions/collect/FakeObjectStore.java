package io.lumia.functions.collect;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.object.ObjectStore;
import java.util.HashMap;
import java.util.Map;

/** Objects in memory. */
final class FakeObjectStore implements ObjectStore {

    final Map<String, byte[]> objects = new HashMap<>();

    @Override
    public void put(String key, byte[] content, String contentType) {
        objects.put(key, content.clone());
    }

    @Override
    public byte[] get(String key, int maxBytes) {
        byte[] content = objects.get(key);
        if (content == null) {
            throw new AppException(ErrorCode.NOT_FOUND, key);
        }
        return content;
    }
}
