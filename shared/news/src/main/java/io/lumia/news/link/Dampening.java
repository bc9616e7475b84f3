package io.lumia.news.link;

/** Mentions that tell who speaks or where, rather than whom a text is about. */
final class Dampening {

    private Dampening() {}

    /** The factor to a mention's strength; 1 for most. */
    static double factor(TokenizedText text, Mention mention, boolean othersNamed) {
        if (othersNamed && isRatingSource(text, mention)) {
            return Relevance.RATING_SOURCE_FACTOR;
        }
        return isVenue(text, mention) ? Relevance.VENUE_FACTOR : 1;
    }

    /** "Goldman upgrades Apple", "Barclays cuts Microsoft price target", "Apple a buy, says Goldman". */
    private static boolean isRatingSource(TokenizedText text, Mention mention) {
        if (!WordLists.BROKERS.contains(text.word(mention.firstToken()))) {
            return false;
        }
        String next = text.word(mention.lastToken() + 1);
        boolean rates = WordLists.RATINGS.contains(next);
        boolean plainly = next.startsWith("upgrade") || next.startsWith("downgrade") || next.startsWith("initiate");
        boolean last = mention.lastToken() == text.size() - 1
                && text.token(mention.firstToken()).breakBefore();
        return plainly || (rates || last) && hasRatingWord(text);
    }

    private static boolean hasRatingWord(TokenizedText text) {
        int words = Math.min(text.size(), MAXIMUM_WORDS);
        for (int i = 0; i < words; i++) {
            if (WordLists.RATING_WORDS.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Words of a title that are read for "price target" and "overweight". */
    private static final int MAXIMUM_WORDS = 60;

    private static boolean isVenue(TokenizedText text, Mention mention) {
        return mention.firstToken() > 0
                && WordLists.VENUES.contains(text.word(mention.firstToken()))
                && WordLists.VENUE_BEFORE.contains(text.word(mention.firstToken() - 1));
    }
}
