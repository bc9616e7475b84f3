package io.lumia.web.testing;

import java.util.List;

/** The lines of a resource of the tests, below its comment and header. */
public final class TestLines {

    private TestLines() {}

    public static List<String> of(String resource) {
        return TestBooks.lines(resource);
    }
}
