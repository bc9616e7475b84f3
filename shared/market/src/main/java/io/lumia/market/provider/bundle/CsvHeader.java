package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which column of a file holds what. Column order is free; names are read without regard to case, a blank counting as
 * an underscore.
 *
 * @param file   whose header it is
 * @param names  normalised, in the file's order
 * @param line   the header as received, without byte order mark and line end
 */
record CsvHeader(BundleFile file, List<String> names, String line) {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    CsvHeader {
        names = List.copyOf(names);
    }

    /** Reads the first record of a file; fails where a required column is missing or a column is there twice. */
    static CsvHeader parse(BundleFile file, byte[] bytes, int start, int end) {
        int from = startsWithByteOrderMark(bytes, start, end) ? start + BYTE_ORDER_MARK.length : start;
        CsvFields fields = new CsvFields();
        String trouble = fields.split(bytes, from, end);
        if (trouble != null) {
            throw malformed("%s: the header cannot be read: %s".formatted(file.baseName(), trouble));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.count(); i++) {
            names.add(fields.text(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
        }
        String line = new String(bytes, from, end - from, java.nio.charset.StandardCharsets.UTF_8);
        CsvHeader header = new CsvHeader(file, names, line);
        header.check();
        return header;
    }

    private void check() {
        for (String column : file.required()) {
            if (!names.contains(column)) {
                throw malformed("%s.csv lacks the column '%s'; it has: %s"
                        .formatted(file.baseName(), column, Text.shown(String.join(", ", names))));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name) && file.known().contains(name)) {
                throw malformed("%s.csv has the column '%s' twice".formatted(file.baseName(), name));
            }
        }
    }

    int size() {
        return names.size();
    }

    /** Where a column is, -1 if it is not there. */
    int position(String column) {
        return names.indexOf(column);
    }

    List<String> unknownColumns() {
        Set<String> known = file.known();
        return names.stream().filter(name -> !known.contains(name)).toList();
    }

    private static boolean startsWithByteOrderMark(byte[] bytes, int start, int end) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (start + i >= end || bytes[start + i] != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    static AppException malformed(String message) {
        return new AppException(ErrorCode.MALFORMED_BUNDLE, message);
    }
}
