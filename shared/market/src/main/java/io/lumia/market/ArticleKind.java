package io.lumia.market;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** What a source says that a text is. */
public enum ArticleKind {
    /** Written by a publisher. */
    NEWS,
    /** A post by anybody. */
    SOCIAL,
    /** A document that a company filed with an authority. */
    FILING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ArticleKind parse(String text) {
        for (ArticleKind kind : values()) {
            if (kind.code().equals(text)) {
                return kind;
            }
        }
        throw AppException.invalid("kind", text, "news, social, filing");
    }
}
