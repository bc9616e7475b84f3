package io.lumia.platform.log;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text what looks like a credential or an e-mail address, and keeps it short enough to be read. */
public final class Hiding {

    /** Longer messages are cut, and say by how much. */
    static final int MOST_CHARACTERS = 8_192;

    private static final String HIDDEN = "[hidden]";

    /** In this order: what stands behind a telling name first, then what tells itself. */
    private static final List<Rule> RULES = List.of(
            new Rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}", "$1 " + HIDDEN),
            new Rule(
                    "(?i)(?<![a-z])((?:[a-z]{1,20}[_-])?(?:password|passwd|passphrase|secret|token|api[_-]?key|apikey|access[_-]?key"
                            + "|client[_-]?secret|authorization|pepper|credential)s?[\"']?\\s?[:=]\\s?)"
                            + "(?:\"[^\"]*\"|'[^']*'|[^\\s,;&\"'}\\])]+)",
                    "$1" + HIDDEN),
            new Rule("(?i)([?&](?:key|auth|sig|signature|code)=)[^&#\\s\"']+", "$1" + HIDDEN),
            new Rule("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+", HIDDEN),
            new Rule("\\blum_(?:live|test)_[A-Za-z0-9_-]+", HIDDEN),
            new Rule("\\bwhsec_[A-Za-z0-9+/=_-]+", HIDDEN),
            new Rule("(://[^/\\s:@]{1,64}:)[^/\\s@]{1,128}@", "$1" + HIDDEN + "@"),
            new Rule("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}", HIDDEN));

    private Hiding() {}

    private record Rule(Pattern pattern, String replacement) {

        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }

        String apply(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }
    }

    public static String in(String text) {
        String hidden = shortened(text);
        for (Rule rule : RULES) {
            hidden = rule.apply(hidden);
        }
        return hidden;
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : "%s… (%d characters)".formatted(text.substring(0, MOST_CHARACTERS), text.length());
    }
}
