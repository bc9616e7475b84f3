package io.lumia.sentiment.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a text has names that the caller gave: whole words, whatever the case of their letters. */
public final class NamedEntities {

    private NamedEntities() {}

    /** The first {@link EntityScorer#MAX_MENTIONS} of all names together, name by name. */
    public static List<Mention> mentions(String text, List<String> names) {
        List<Mention> mentions = new ArrayList<>();
        for (String name : names) {
            Matcher matcher = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text);
            while (mentions.size() < EntityScorer.MAX_MENTIONS && matcher.find()) {
                mentions.add(new Mention(name, matcher.start(), matcher.end()));
            }
        }
        return mentions;
    }
}
