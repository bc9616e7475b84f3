package io.lumia.sentiment.entity;

import io.lumia.kernel.AppException;

/**
 * Where a text names someone.
 *
 * @param entity  who: a symbol, an identifier or a name; mentions of the same one are scored together
 * @param start  first character, counted from 0 in UTF-16 units
 * @param end  one after the last character
 */
public record Mention(String entity, int start, int end) {

    public Mention {
        if (start < 0 || end <= start) {
            throw AppException.invalid("mention of " + entity, start + ".." + end, "0 ≤ start < end");
        }
    }
}
