package io.lumia.news.benchmark;

/**
 * Counts of a measurement. Share classes of one company count as one; {@code strict…} counts each ticker.
 *
 * @param stories     headlines, each once
 * @param links       company links made
 * @param rightLinks  of them those under which the publisher filed the story
 * @param strictLinks ticker links made
 * @param strictRight of them those under which the publisher filed the story
 * @param tagged      companies under which the publisher filed the stories
 * @param named       of these the ones that the headline names
 * @param namedFound  of these the ones that were linked
 */
public record LinkScore(
        long stories,
        long links,
        long rightLinks,
        long strictLinks,
        long strictRight,
        long tagged,
        long named,
        long namedFound) {

    static final LinkScore NOTHING = new LinkScore(0, 0, 0, 0, 0, 0, 0, 0);

    /** A fraction; 0 where nothing was linked. */
    public double precision() {
        return links == 0 ? 0 : (double) rightLinks / links;
    }

    public double strictPrecision() {
        return strictLinks == 0 ? 0 : (double) strictRight / strictLinks;
    }

    /** Of companies that the headline names; a fraction, 0 where none is named. */
    public double recall() {
        return named == 0 ? 0 : (double) namedFound / named;
    }

    LinkScore plus(LinkScore other) {
        return new LinkScore(
                stories + other.stories,
                links + other.links,
                rightLinks + other.rightLinks,
                strictLinks + other.strictLinks,
                strictRight + other.strictRight,
                tagged + other.tagged,
                named + other.named,
                namedFound + other.namedFound);
    }
}
