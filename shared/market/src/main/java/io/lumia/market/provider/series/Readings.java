package io.lumia.market.provider.series;

import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.util.Locale;
import java.util.regex.Pattern;

/** Readings without rows that several providers need. */
public final class Readings {

    /** Words of pages that stand in front of a site, instead of its answer. */
    private static final Pattern WALL = Pattern.compile(
            "just a moment|captcha|access denied|incapsula|unusual traffic|cf-chl|enable javascript and cookies"
                    + "|are you a robot|pardon our interruption");

    private static final Pattern TOO_MANY = Pattern.compile("too many requests|rate limit|throttl");

    /** A sentence, not a document: longer texts may well be about something else. */
    private static final int LONGEST_NOTE = 400;

    private Readings() {}

    public static Reading symbolUnknown(String detail) {
        return Reading.none(new SymbolUnknown(detail));
    }

    /** Of a body that is not what was expected: a wall before the site, a request to slow down, or simply another form. */
    public static Reading unreadable(WebResponse response, String expected) {
        String text = response.text();
        String words = text.toLowerCase(Locale.ROOT);
        if (words.stripLeading().startsWith("<") && WALL.matcher(words).find()) {
            return Reading.none(new Blocked(WebStatus.seen(response)));
        }
        if (text.length() <= LONGEST_NOTE && TOO_MANY.matcher(words).find()) {
            return Reading.none(new Throttled(WebStatus.waitTime(response), WebStatus.seen(response)));
        }
        return Reading.schemaChanged("not %s; %s".formatted(expected, WebStatus.seen(response)));
    }
}
