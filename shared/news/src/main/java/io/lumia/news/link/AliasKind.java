package io.lumia.news.link;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** What an alias is to its company. */
public enum AliasKind {
    PRODUCT,
    PERSON,
    NICKNAME,
    BRAND,
    FORMER_NAME;

    static AliasKind parse(String text) {
        for (AliasKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw AppException.invalid("kind", text, "product, person, nickname, brand, former_name");
    }
}
