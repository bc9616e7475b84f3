package io.lumia.market.provider.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a table's plain file the lines of each symbol are. Built in one reading, then never changed. */
final class FileIndex {

    private static final int NO_MIN = Integer.MAX_VALUE;
    private static final int NO_MAX = Integer.MIN_VALUE;

    private final Path path;
    private final CsvHeader header;
    private final SymbolNames symbols = new SymbolNames();
    private final Blocks blocks = new Blocks();
    private long rows;

    /** The block being collected. */
    private int symbol = -1;

    private long start;
    private long end;
    private long firstLine;
    private int count;
    private int minDay;
    private int maxDay;

    private FileIndex(Path path, CsvHeader header) {
        this.path = path;
        this.header = header;
    }

    static FileIndex of(BundleFile file, Path path) throws IOException {
        try (InputStream input = Files.newInputStream(path)) {
            RecordScanner top = new RecordScanner(input, file.maxRecordBytes(), RecordScanner.JoinCheck.NEVER);
            if (!top.next()) {
                throw CsvHeader.malformed(
                        "%s.csv is empty; its first line must name the columns".formatted(file.baseName()));
            }
            CsvHeader header = CsvHeader.parse(file, top.bytes(), top.start(), top.end());
            FileIndex index = new FileIndex(path, header);
            index.build(top.nextOffset(), top.line() + 1);
            return index;
        }
    }

    CsvHeader header() {
        return header;
    }

    /** Records after the header, malformed ones included. */
    long rows() {
        return rows;
    }

    /** In the order of their first line; with {@code ?} if there are lines whose symbol cannot be read. */
    List<String> symbols() {
        return symbols.all();
    }

    boolean has(String name) {
        return symbols.find(name) != null;
    }

    /** Reads the stretches that hold lines of the symbols, in the file's order; see {@link Slice}. */
    void read(Collection<String> names, @Nullable LocalDate from, LocalDate to, Slice slice) throws IOException {
        List<Integer> selected = select(names, from, to);
        try (FileChannel channel = FileChannel.open(path)) {
            Records records = new Records(InputStream.nullInputStream(), header, 0);
            for (int i = 0; i < selected.size(); ) {
                int first = selected.get(i);
                long stop = blocks.end(first);
                i++;
                while (i < selected.size() && blocks.start(selected.get(i)) == stop) {
                    stop = blocks.end(selected.get(i));
                    i++;
                }
                readStretch(channel, records, blocks.start(first), stop, blocks.firstLine(first), slice);
            }
        }
    }

    /** Takes the records of a slice. */
    @FunctionalInterface
    interface Slice {
        void take(Records records) throws IOException;
    }

    private static void readStretch(
            FileChannel channel, Records records, long start, long stop, long firstLine, Slice slice)
            throws IOException {
        channel.position(start);
        InputStream stretch = new BoundedInput(Channels.newInputStream(channel), stop - start);
        records.scanner().restart(stretch, start, firstLine);
        while (records.next()) {
            slice.take(records);
        }
    }

    private List<Integer> select(Collection<String> names, @Nullable LocalDate from, LocalDate to) {
        List<Integer> selected = new ArrayList<>();
        for (String name : names) {
            boolean undated = name.equals(SymbolNames.UNREADABLE);
            Integer number = undated && from != null ? null : symbols.find(name);
            for (int block = number == null ? -1 : blocks.first(number); block >= 0; block = blocks.next(block)) {
                if (from == null || blocks.overlaps(block, from.toEpochDay(), to.toEpochDay())) {
                    selected.add(block);
                }
            }
        }
        selected.sort(null);
        return selected;
    }

    private void build(long offset, long line) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(offset);
            Records records = new Records(Channels.newInputStream(channel), header, 0);
            records.scanner().restart(Channels.newInputStream(channel), offset, line);
            while (records.next()) {
                rows++;
                add(records, records.symbol(symbols));
            }
        }
        flush();
    }

    private void add(Records records, int recordSymbol) {
        RecordScanner scanner = records.scanner();
        boolean follows = recordSymbol == symbol && scanner.offset() == end && count < BundleLimits.MAX_BLOCK_LINES;
        if (!follows) {
            flush();
            symbol = recordSymbol;
            start = scanner.offset();
            firstLine = scanner.line();
            minDay = NO_MIN;
            maxDay = NO_MAX;
        }
        end = scanner.nextOffset();
        count++;
        LocalDate date = records.date();
        if (date != null) {
            minDay = Math.min(minDay, (int) date.toEpochDay());
            maxDay = Math.max(maxDay, (int) date.toEpochDay());
        }
    }

    private void flush() {
        if (count > 0) {
            blocks.add(symbol, start, end, firstLine, minDay, maxDay);
        }
        count = 0;
    }
}
