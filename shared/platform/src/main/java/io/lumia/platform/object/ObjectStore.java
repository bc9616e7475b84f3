package io.lumia.platform.object;

/** Objects by key. Writing the same key again replaces it; a reader sees the whole old or the whole new object. */
public interface ObjectStore {

    void put(String key, byte[] content, String contentType);

    /** Fails with NOT_FOUND naming the key, or LIMIT_REACHED when larger than {@code maxBytes}. */
    byte[] get(String key, int maxBytes);
}
