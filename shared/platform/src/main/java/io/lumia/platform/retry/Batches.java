package io.lumia.platform.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a list into consecutive batches of limited number and size, in order. */
public final class Batches {

    private Batches() {}

    /**
     * Fills each batch before it begins the next.
     *
     * @param bytesOf the size of one item; none may be larger than {@code maxBytes}
     */
    public static <T> List<List<T>> of(List<T> items, int maxItems, int maxBytes, ToIntFunction<T> bytesOf) {
        List<List<T>> batches = new ArrayList<>();
        List<T> batch = new ArrayList<>();
        int batchBytes = 0;
        for (T item : items) {
            int bytes = bytesOf.applyAsInt(item);
            if (batch.size() == maxItems || (!batch.isEmpty() && batchBytes + bytes > maxBytes)) {
                batches.add(batch);
                batch = new ArrayList<>();
                batchBytes = 0;
            }
            batch.add(item);
            batchBytes += bytes;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
