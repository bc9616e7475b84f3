package io.lumia.sentiment.vader;

import java.util.List;
import java.util.regex.Pattern;

/** Words written one after another in a text block. */
final class WordList {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private WordList() {}

    static List<String> of(String block) {
        return BLANKS.splitAsStream(block.strip()).toList();
    }
}
