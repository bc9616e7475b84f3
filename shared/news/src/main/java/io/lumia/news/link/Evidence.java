package io.lumia.news.link;

import io.lumia.kernel.AppException;
import java.util.Locale;

/**
 * The words that prove a link.
 *
 * @param start first UTF-16 unit in the field
 * @param end   one behind the last
 * @param text  what stands there
 */
public record Evidence(Field field, int start, int end, String text) {

    public Evidence {
        if (start < 0 || end <= start || text.length() != end - start) {
            throw AppException.invalid("evidence", start + ".." + end, "a span as long as its text");
        }
    }

    /** The part of the article. */
    public enum Field {
        TITLE,
        BODY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
