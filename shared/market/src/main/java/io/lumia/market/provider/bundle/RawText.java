package io.lumia.market.provider.bundle;

import java.util.function.Supplier;

/** A row's place in the raw answer, from which its text is made when somebody wants to see it. */
final class RawText implements Supplier<String> {

    private final byte[] content;
    private final int start;
    private final int end;

    RawText(byte[] content, int start, int end) {
        this.content = content;
        this.start = start;
        this.end = end;
    }

    @Override
    public String get() {
        return Text.shown(content, start, end);
    }
}
