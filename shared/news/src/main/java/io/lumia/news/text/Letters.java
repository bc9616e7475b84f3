package io.lumia.news.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** How many letters of a text are of which script. */
final class Letters {

    private static final double MOST = 0.5;
    private static final double MANY = 0.3;
    private static final double SOME = 0.1;

    private final Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    private int all;
    private int ascii;

    private Letters() {}

    static Letters of(String text) {
        Letters letters = new Letters();
        text.codePoints().filter(Character::isLetter).forEach(letters::add);
        return letters;
    }

    private void add(int point) {
        all++;
        ascii += point < 0x80 ? 1 : 0;
        scripts.merge(UnicodeScript.of(point), 1, Integer::sum);
    }

    int all() {
        return all;
    }

    double asciiShare() {
        return all == 0 ? 0 : (double) ascii / all;
    }

    boolean isLatin() {
        return share(UnicodeScript.LATIN) >= MOST;
    }

    /** Few letters of such a script already tell. */
    boolean isForeign() {
        return all > 0 && share(UnicodeScript.LATIN) < MOST;
    }

    /** The language of a script that only one of ours uses, or empty. Japanese headlines are mostly Han with some kana. */
    String languageByScript() {
        double kana = share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA);
        if (share(UnicodeScript.HANGUL) >= MANY) {
            return "ko";
        }
        if (kana >= SOME && kana + share(UnicodeScript.HAN) >= MANY) {
            return "ja";
        }
        if (share(UnicodeScript.HAN) >= MANY) {
            return "zh";
        }
        if (share(UnicodeScript.THAI) >= MOST) {
            return "th";
        }
        if (share(UnicodeScript.GREEK) >= MOST) {
            return "el";
        }
        return share(UnicodeScript.HEBREW) >= MOST ? "he" : "";
    }

    private double share(UnicodeScript script) {
        return all == 0 ? 0 : (double) scripts.getOrDefault(script, 0) / all;
    }
}
