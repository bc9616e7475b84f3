package io.lumia.news;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** What an article is. {@link io.lumia.news.text.ArticleTypes} tells the types apart. */
public enum ArticleType {
    /** A report of what happened. */
    NEWS,
    /** Somebody's view: a column, an analyst's change of mind, an explanation. */
    ANALYSIS,
    /** A company's results or its own forecast of them. */
    EARNINGS,
    /** What a company, a central bank or an authority says about itself in its own words, or a brief of that. */
    ANNOUNCEMENT,
    /** A document filed with a regulator. */
    FILING,
    /** A post of a person or a page. */
    SOCIAL;

    /** The name in tables and answers: {@code earnings}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ArticleType parse(String text) {
        for (ArticleType type : values()) {
            if (type.code().equals(text)) {
                return type;
            }
        }
        throw AppException.invalid("type", text, "news, analysis, earnings, announcement, filing, social");
    }
}
