package io.lumia.news.link;

/**
 * What a pattern of the automaton means.
 *
 * @param asset           its place in the index; {@link #NO_ASSET} for words that only keep others from matching
 * @param possessiveToken which word must have an 's in the text (McDonald's), or -1
 * @param upperOnly       the text must have capitals only (IBM)
 * @param lowerCase       the name itself begins in lower case (iPhone)
 */
record NameEntry(
        int asset, NameForm form, Validity validity, int possessiveToken, boolean upperOnly, boolean lowerCase) {

    static final int NO_ASSET = -1;
}
