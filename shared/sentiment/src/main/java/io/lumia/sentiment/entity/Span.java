package io.lumia.sentiment.entity;

/** A part of a text, from its first character to one after its last. */
public record Span(int start, int end) {

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }

    String of(String text) {
        return text.substring(start, end).strip();
    }
}
