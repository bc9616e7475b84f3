package io.lumia.news.text;

/** One pass over a raw text: blanks made one, what cannot be seen left out and counted. */
final class Cleaning {

    private final String raw;
    private final StringBuilder kept;
    private boolean blankDue;
    private int marksInARow;
    private int removed;

    Cleaning(String raw) {
        this.raw = raw;
        this.kept = new StringBuilder(raw.length());
        int width;
        for (int at = 0; at < raw.length(); at += width) {
            int point = raw.codePointAt(at);
            width = Character.charCount(point);
            take(point, at, at + width);
        }
    }

    String cleaned() {
        return kept.toString();
    }

    int removed() {
        return removed;
    }

    private void take(int point, int start, int end) {
        if (Characters.isBlank(point)) {
            blankDue = !kept.isEmpty();
        } else if (isKept(point, start, end)) {
            append(point);
        } else {
            removed++;
        }
    }

    private void append(int point) {
        if (blankDue) {
            kept.append(' ');
            blankDue = false;
        }
        kept.appendCodePoint(point);
    }

    private boolean isKept(int point, int start, int end) {
        marksInARow = Characters.isMark(point) ? marksInARow + 1 : 0;
        if (marksInARow > NormalText.MARKS_IN_A_ROW || Characters.isNoncharacter(point)) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            case Character.FORMAT -> isWritingJoiner(point, start, end);
            default -> true;
        };
    }

    private boolean isWritingJoiner(int point, int start, int end) {
        boolean joiner = point == Characters.JOINER || point == Characters.NON_JOINER;
        if (!joiner || start == 0 || end == raw.length()) {
            return false;
        }
        int before = raw.codePointBefore(start);
        int after = raw.codePointAt(end);
        boolean amongEmoji =
                point == Characters.JOINER && Characters.isEmojiPart(before) && Character.isExtendedPictographic(after);
        return amongEmoji || (Characters.isJoiningLetter(before) && Characters.isJoiningLetter(after));
    }
}
