package io.lumia.news.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a news desk puts around a title: the state of the story before it, where it comes from behind it.
 *
 * <p>{@code UPDATE 2-X}, {@code CORRECTED-X}, {@code RPT-X}, {@code REFILE-X} are later versions of the story X, and
 * {@code BRIEF-X}, {@code Exclusive: X} its kind: for comparison all are X. Prefixes that name a subject
 * ({@code US STOCKS-}, {@code MOVES-}, {@code PRESS DIGEST-}) stay. {@code X - WSJ}, {@code X: sources} and
 * {@code X | Any Site} are X.
 */
final class Desk {

    private static final int PREFIXES = 4;
    private static final int TAIL_WORDS = 3;
    private static final int SITE_WORDS = 5;
    private static final int HEAD_WORDS = 3;

    private static final Pattern PREFIX = Pattern.compile(
            "(?:(?:OFFICIAL )?CORRECT(?:ED|ION)|UPDATED?|WRAPUP|LEAD|TAKE|REFILED?|RPT|REPEAT|BRIEF|TEXT|URGENT|EXCLUSIVE"
                    + "|ANALYSIS|INSIGHT|FEATURE|COLUMN|INTERVIEW|DEALTALK|AIRSHOW|YOUR MONEY|ON THE MOVE|REUTERS SUMMIT|Exclusive|Analysis|Insight|Update|Correction|Corrected)"
                    + " ?\\d{0,2} ?(?:\\([^)]{0,80}\\) ?)?[-–—:] ?");

    private static final Set<String> ORIGINS = Set.of(
            ("source sources report reports memo filing filings sec court media paper newspaper official officials ceo cfo exec"
                            + " executive chairman analyst analysts study survey judge lawyer lawyers union trader traders minister"
                            + " spokesman spokeswoman regulator watchdog document documents letter statement wsj bloomberg bbg cnbc ft"
                            + " nyt reuters nikkei xinhua handelsblatt ifr recode variety sky news times post economic financial new york"
                            + " wall street journal yahoo finance marketwatch barrons seeking alpha the motley fool"
                            + " investing.com forbes benzinga associated press ap afp dow jones dj citing conf call bbc cnn guardian"
                            + " washington usa today business insider fortune telegraph nhk kyodo tass interfax cnbc.com reuters.com")
                    .split(" "));

    private Desk() {}

    /** The title without what the desk put around it; at least {@value #HEAD_WORDS} words are left before a tail. */
    static String stripped(String title) {
        String bare = title;
        for (int prefix = 0; prefix < PREFIXES; prefix++) {
            Matcher matcher = PREFIX.matcher(bare);
            if (!matcher.lookingAt() || matcher.end() == bare.length()) {
                break;
            }
            bare = bare.substring(matcher.end());
        }
        return withoutTail(bare);
    }

    private static String withoutTail(String title) {
        int separator = lastSeparator(title);
        if (separator <= 0) {
            return title;
        }
        String head = title.substring(0, separator).strip();
        List<String> tail = List.of(title.substring(separator + 1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\"'’,]", "")
                .split(" +"));
        boolean site = title.charAt(separator) == '|' && tail.size() <= SITE_WORDS;
        boolean origin = tail.size() <= TAIL_WORDS && ORIGINS.containsAll(tail);
        return (site || origin) && wordsIn(head) >= HEAD_WORDS ? head : title;
    }

    private static int lastSeparator(String title) {
        int at = title.length() - 1;
        while (at > 0 && "-–—:|".indexOf(title.charAt(at)) < 0) {
            at--;
        }
        return at;
    }

    private static int wordsIn(String head) {
        return head.split(" +", HEAD_WORDS + 1).length;
    }
}
