package io.lumia.news.link;

/**
 * A place of a text that may name an asset.
 *
 * @param firstToken first word
 * @param lastToken  last word, included
 * @param start      first UTF-16 unit; a cashtag's includes its dollar sign
 * @param end        one behind the last
 * @param verdict    what the words around it say
 */
record Mention(int asset, NameForm form, int firstToken, int lastToken, int start, int end, Verdict verdict) {

    /** What becomes of a mention. */
    enum Verdict {
        /** It names the asset. */
        ACCEPTED,
        /** It counts if the asset is named surely elsewhere, or by the provider. */
        NEEDS_SUPPORT,
        /** It means something else. */
        REJECTED
    }

    Evidence evidence(Evidence.Field field, TokenizedText text) {
        return new Evidence(field, start, end, text.text().substring(start, end));
    }
}
