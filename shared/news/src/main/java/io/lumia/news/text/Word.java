package io.lumia.news.text;

/**
 * One word of a text in its comparison form.
 *
 * @param form   lower case, without quotes, possessive s or thousands separators; {@code mln}, {@code bln}, {@code pct}
 *               for the words they shorten
 * @param weight what it means when one of two texts lacks it
 */
record Word(String form, Weight weight) {

    enum Weight {
        /** Style: a text may differ in it and say the same. */
        SOFT,
        /** A direction, a comparison, a negation: up, cuts, not. */
        DIRECTION,
        /** A number or its unit. */
        NUMBER,
        /** A name: capitalised, a cashtag, an emoji, or in a script that has no capitals. */
        NAME
    }

    boolean isHard() {
        return weight == Weight.NUMBER || weight == Weight.NAME;
    }
}
