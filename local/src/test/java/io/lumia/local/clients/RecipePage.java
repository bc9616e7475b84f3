package io.lumia.local.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** docs/clients.md, as a reader sees it who copies its commands. */
record RecipePage(String text) {

    static RecipePage read(Path repository) throws IOException {
        return new RecipePage(Files.readString(repository.resolve("docs/clients.md")));
    }

    /** Commands of the first block under a heading, without the comments at their ends. */
    List<String> lines(String heading) {
        String section = after(text, "\n## " + heading + "\n");
        String block = after(section, "```\n");
        return block.substring(0, block.indexOf("```"))
                .lines()
                .map(line -> line.replaceAll("\\s+#.*", ""))
                .toList();
    }

    private static String after(String text, String mark) {
        int begin = text.indexOf(mark);
        if (begin < 0) {
            throw new AssertionError("docs/clients.md lacks '%s'".formatted(mark.strip()));
        }
        return text.substring(begin + mark.length());
    }
}
