package io.lumia.market.provider.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kind of an answer that has further pages: {@code search_recent}, then {@code search_recent.2} and so on. So a reader,
 * which knows nothing of earlier answers, can stop after as many pages as its provider's quota is worth.
 *
 * @param page 1 for the first
 */
public record PageKind(String kind, int page) {

    private static final Pattern LATER = Pattern.compile("(.+)\\.([2-9]|[1-9]\\d)");

    public static PageKind parse(String text) {
        Matcher matcher = LATER.matcher(text);
        return matcher.matches()
                ? new PageKind(matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new PageKind(text, 1);
    }

    public PageKind next() {
        return new PageKind(kind, page + 1);
    }

    @Override
    public String toString() {
        return page == 1 ? kind : kind + "." + page;
    }
}
