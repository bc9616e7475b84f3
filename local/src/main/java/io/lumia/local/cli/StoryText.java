package io.lumia.local.cli;

import io.lumia.local.collect.RunStory.Asked;
import io.lumia.local.collect.RunStory.Story;
import io.lumia.local.text.TextTable;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of a run, in a few lines. */
final class StoryText {

    private static final int LONGEST_DETAIL = 150;

    private StoryText() {}

    /** One line about the run, one about each provider that was asked. */
    static List<String> lines(Story story) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s, %d items: %s, %s rows loaded"
                .formatted(
                        story.run().jobName(),
                        story.run().status().code(),
                        story.run().asked(),
                        counts(story.outcomes()),
                        TextTable.count(story.run().rowsLoaded())));
        if (!story.run().note().isEmpty()) {
            lines.add("  " + story.run().note());
        }
        story.providers().forEach(asked -> lines.add("  " + line(asked)));
        return lines;
    }

    private static String line(Asked asked) {
        String breaker = asked.isBreakerClosed()
                ? ""
                : "; breaker %s%s"
                        .formatted(
                                asked.breaker().replace('_', ' '),
                                asked.openUntil() == null
                                        ? ""
                                        : " until " + asked.openUntil().truncatedTo(ChronoUnit.SECONDS));
        String detail = asked.detail().isEmpty() ? "" : " (%s)".formatted(cut(asked.detail()));
        return "%s: %s%s%s".formatted(asked.provider(), counts(asked.outcomes()), breaker, detail);
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> "%d %s".formatted(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}
