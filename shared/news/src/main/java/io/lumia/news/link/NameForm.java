package io.lumia.news.link;

/** What kind of words name an asset, best first, and how sure they make a link: the strength in {@link Relevance}. */
enum NameForm {
    TICKER(1.0, LinkMethod.SYMBOL_MATCH),
    FULL(0.95, LinkMethod.NAME_MATCH),
    NICKNAME(0.9, LinkMethod.ALIAS),
    ACRONYM(0.85, LinkMethod.NAME_MATCH),
    SHORT(0.8, LinkMethod.NAME_MATCH),
    PRODUCT(0.6, LinkMethod.ALIAS),
    PERSON(0.6, LinkMethod.ALIAS),
    FUZZY(0.6, LinkMethod.NAME_MATCH);

    private final double strength;
    private final LinkMethod method;

    NameForm(double strength, LinkMethod method) {
        this.strength = strength;
        this.method = method;
    }

    double strength() {
        return strength;
    }

    LinkMethod method() {
        return method;
    }

    static NameForm of(AliasKind kind) {
        return switch (kind) {
            case PRODUCT -> PRODUCT;
            case PERSON -> PERSON;
            case NICKNAME, BRAND, FORMER_NAME -> NICKNAME;
        };
    }
}
