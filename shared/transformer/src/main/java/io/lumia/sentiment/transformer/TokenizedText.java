package io.lumia.sentiment.transformer;

/**
 * A text as the model reads it.
 *
 * @param ids  one per token, its marks for beginning and end included
 * @param cut  whether the text goes on after these tokens
 */
@SuppressWarnings("ArrayRecordComponent")
record TokenizedText(long[] ids, boolean cut) {

    int length() {
        return ids.length;
    }
}
