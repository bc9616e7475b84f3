package io.lumia.web.http;

import io.lumia.platform.hash.Sha256;
import java.util.Arrays;
import java.util.Base64;

/** Entity tags by content: the first 128 bits of a SHA-256. */
final class EntityTag {

    private static final int TAG_BYTES = 16;
    private static final String WEAK = "W/";

    private EntityTag() {}

    /** For an answer that is the same byte for byte. */
    static String strong(byte[] content) {
        return '"' + hash(content) + '"';
    }

    /** For an answer that means the same. */
    static String weak(byte[]... parts) {
        return WEAK + '"' + hash(parts) + '"';
    }

    /** Whether an If-None-Match names the tag, compared weakly as RFC 9110, section 13.1.2, asks. */
    static boolean matches(String ifNoneMatch, String tag) {
        String wanted = opaque(tag);
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(","))
                        .anyMatch(known -> opaque(known.strip()).equals(wanted));
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }

    private static String hash(byte[]... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(parts), TAG_BYTES));
    }
}
