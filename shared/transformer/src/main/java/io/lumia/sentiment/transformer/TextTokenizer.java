package io.lumia.sentiment.transformer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Makes tokens of texts as the training did: links are taken out, the rest is left as it is; case and accents are the
 * tokenizer's own matter.
 */
final class TextTokenizer implements AutoCloseable {

    /**
     * What is looked at of a text, in characters. Sixty-four tokens are about 300 characters of English; the rest of an
     * endless text would be tokenized only to be thrown away.
     */
    static final int MAX_CHARACTERS = 20_000;

    private static final Pattern LINK = Pattern.compile("https?://\\S*|www\\.\\S+");

    private final HuggingFaceTokenizer tokenizer;

    private TextTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    static TextTokenizer open(Path file, int maxTokens) {
        try {
            return new TextTokenizer(HuggingFaceTokenizer.builder()
                    .optTokenizerPath(file)
                    .optTruncation(true)
                    .optMaxLength(maxTokens)
                    .optPadding(false)
                    .build());
        } catch (IOException | RuntimeException e) {
            throw new AppException(ErrorCode.INVALID_INPUT, "tokenizer %s cannot be loaded: %s".formatted(file, e), e);
        }
    }

    TokenizedText tokenize(String text) {
        boolean endless = text.length() > MAX_CHARACTERS;
        String looked = endless ? text.substring(0, MAX_CHARACTERS) : text;
        Encoding encoding = tokenizer.encode(LINK.matcher(wellFormed(looked)).replaceAll(""));
        return new TokenizedText(encoding.getIds(), endless || encoding.exceedMaxLength());
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /**
     * Half a surrogate pair and NUL have no UTF-8 that native code reads; the tokenizer drops U+FFFD, as it would them.
     */
    private static String wellFormed(String text) {
        StringBuilder copy = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                copy = copy == null ? new StringBuilder(text) : copy;
                copy.setCharAt(i, '\uFFFD');
            }
        }
        return copy == null ? text : copy.toString();
    }
}
