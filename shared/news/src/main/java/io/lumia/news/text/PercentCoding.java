package io.lumia.news.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986 for addresses as feeds write them: a stray percent sign stands for itself. */
final class PercentCoding {

    private static final String UNRESERVED = "-._~";
    private static final String DELIMITERS = "!$&'()*+,;=:@/?";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentCoding() {}

    /** Escapes of unreserved characters undone, all other escapes in upper case, what must be escaped escaped. */
    static String normal(String coded) {
        StringBuilder normal = new StringBuilder(coded.length());
        byte[] bytes = coded.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            int value = bytes[at] & 0xFF;
            boolean escape = value == '%' && escaped(bytes, at) >= 0;
            int meant = escape ? escaped(bytes, at) : value;
            at += escape ? 2 : 0;
            append(normal, meant, !escape && DELIMITERS.indexOf(meant) >= 0);
        }
        return normal.toString();
    }

    /** The text behind the escapes, read as UTF-8. */
    static String decoded(String coded) {
        byte[] bytes = coded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream meant = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            int value = bytes[at] == '%' ? escaped(bytes, at) : -1;
            meant.write(value < 0 ? bytes[at] : value);
            at += value < 0 ? 0 : 2;
        }
        return meant.toString(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder normal, int value, boolean delimiter) {
        if (delimiter || isUnreserved(value)) {
            normal.append((char) value);
        } else {
            normal.append('%').append(HEX[value >> 4]).append(HEX[value & 0xF]);
        }
    }

    private static boolean isUnreserved(int value) {
        return (value < 0x80 && Character.isLetterOrDigit(value)) || UNRESERVED.indexOf(value) >= 0;
    }

    /** The byte that the escape at this place stands for, or -1 if there is none. */
    private static int escaped(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
