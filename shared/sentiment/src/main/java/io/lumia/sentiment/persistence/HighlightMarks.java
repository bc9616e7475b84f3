package io.lumia.sentiment.persistence;

import io.lumia.sentiment.ScoredArticles.Highlight;
import io.lumia.sentiment.ScoredArticles.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where words of a question stand, from what {@code ts_headline} marks: spans instead of markup, so that nobody takes the text
 * of a stranger for HTML. The marks are private-use characters, which texts of normal form may hold but hardly do; a text
 * that does is shown with them as any other.
 */
final class HighlightMarks {

    private static final char START = '\uE000';
    private static final char STOP = '\uE001';

    static final String WHOLE = "StartSel=%s, StopSel=%s, HighlightAll=true".formatted(START, STOP);
    static final String PASSAGE =
            "StartSel=%s, StopSel=%s, MaxFragments=1, MaxWords=35, MinWords=10".formatted(START, STOP);

    private HighlightMarks() {}

    static List<Highlight> read(String title, String body) {
        List<Highlight> highlights = new ArrayList<>();
        marked("title", title).ifPresent(highlights::add);
        marked("body", body).ifPresent(highlights::add);
        return highlights;
    }

    /** Empty where nothing is marked. */
    private static Optional<Highlight> marked(String field, String marked) {
        StringBuilder text = new StringBuilder(marked.length());
        List<Span> spans = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < marked.length(); i++) {
            char character = marked.charAt(i);
            if (character == START) {
                start = text.length();
            } else if (character == STOP && start >= 0) {
                spans.add(new Span(start, text.length()));
                start = -1;
            } else {
                text.append(character);
            }
        }
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Highlight(field, text.toString(), spans));
    }
}
