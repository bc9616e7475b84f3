package io.lumia.market.provider.bundle;

import java.util.Arrays;

/**
 * Stretches of a file that hold neighbouring lines of one symbol, in the file's order, with the first and last date in
 * them. Columns of primitives: a file sorted by date has a block per line, ten million of them in 2 GB of heap.
 */
final class Blocks {

    private static final int FIRST_CAPACITY = 1024;
    private static final int NONE = -1;

    private long[] starts = new long[FIRST_CAPACITY];
    private int[] lengths = new int[FIRST_CAPACITY];
    private int[] firstLines = new int[FIRST_CAPACITY];
    private int[] minDays = new int[FIRST_CAPACITY];
    private int[] maxDays = new int[FIRST_CAPACITY];
    private int[] nextOfSymbol = new int[FIRST_CAPACITY];
    private int[] firstOfSymbol = new int[0];
    private int[] lastOfSymbol = new int[0];
    private int size;

    /** Adds a block behind the others; {@code minDay > maxDay} if none of its lines has a date. */
    void add(int symbol, long start, long end, long firstLine, int minDay, int maxDay) {
        if (size == starts.length) {
            grow();
        }
        starts[size] = start;
        lengths[size] = (int) (end - start);
        firstLines[size] = Math.toIntExact(firstLine);
        minDays[size] = minDay;
        maxDays[size] = maxDay;
        nextOfSymbol[size] = NONE;
        chain(symbol);
        size++;
    }

    int size() {
        return size;
    }

    long start(int block) {
        return starts[block];
    }

    long end(int block) {
        return starts[block] + Integer.toUnsignedLong(lengths[block]);
    }

    long firstLine(int block) {
        return firstLines[block];
    }

    boolean overlaps(int block, long fromDay, long toDay) {
        return minDays[block] <= toDay && maxDays[block] >= fromDay;
    }

    /** The first block of a symbol, -1 if it has none. */
    int first(int symbol) {
        return symbol < firstOfSymbol.length ? firstOfSymbol[symbol] : NONE;
    }

    /** The next block of the same symbol, -1 after the last. */
    int next(int block) {
        return nextOfSymbol[block];
    }

    private void chain(int symbol) {
        if (symbol >= firstOfSymbol.length) {
            int capacity = Math.max(64, Math.max(symbol + 1, firstOfSymbol.length * 2));
            int old = firstOfSymbol.length;
            firstOfSymbol = Arrays.copyOf(firstOfSymbol, capacity);
            lastOfSymbol = Arrays.copyOf(lastOfSymbol, capacity);
            Arrays.fill(firstOfSymbol, old, capacity, NONE);
            Arrays.fill(lastOfSymbol, old, capacity, NONE);
        }
        if (firstOfSymbol[symbol] == NONE) {
            firstOfSymbol[symbol] = size;
        } else {
            nextOfSymbol[lastOfSymbol[symbol]] = size;
        }
        lastOfSymbol[symbol] = size;
    }

    private void grow() {
        int capacity = size + size / 2;
        starts = Arrays.copyOf(starts, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        firstLines = Arrays.copyOf(firstLines, capacity);
        minDays = Arrays.copyOf(minDays, capacity);
        maxDays = Arrays.copyOf(maxDays, capacity);
        nextOfSymbol = Arrays.copyOf(nextOfSymbol, capacity);
    }
}
