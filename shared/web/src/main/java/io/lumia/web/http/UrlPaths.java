package io.lumia.web.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Paths as callers type them: {@code /assets/^GSPC} is no URL, but everybody knows what is meant. */
public final class UrlPaths {

    /** RFC 3986, section 3.3: what may stand in a path as it is. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UrlPaths() {}

    /** The path with everything percent-encoded that must be; what is encoded already stays. */
    public static String legal(String path) {
        StringBuilder legal = new StringBuilder(path.length() + 8);
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (isPlain(bytes[i]) || isEncoded(bytes, i)) {
                legal.append((char) bytes[i]);
            } else {
                legal.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
        return legal.toString();
    }

    private static boolean isPlain(byte character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character > 0 && PLAIN.indexOf(character) >= 0;
    }

    private static boolean isEncoded(byte[] bytes, int index) {
        return bytes[index] == '%'
                && index + 2 < bytes.length
                && HexFormat.isHexDigit(bytes[index + 1])
                && HexFormat.isHexDigit(bytes[index + 2]);
    }
}
