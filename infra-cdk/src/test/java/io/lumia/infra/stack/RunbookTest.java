package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.infra.stack.Templates.Resource;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger.Queued;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is woken finds what to do: docs/operations.md has a section for every alarm of the templates. */
class RunbookTest {

    private static final Path OPERATIONS =
            Templates.MODULE.resolveSibling("docs").resolve("operations.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### `([^`]+)`$(.*?)(?=^##|\\z)");
    private static final List<String> PARTS =
            List.of("**It means**", "**Look here**", "**Do this**", "**It is over when**");

    private final Templates dev = Templates.ofRepository("dev");

    @Test
    void everyAlarmHasItsSection() throws IOException {
        Map<String, String> sections = sections();

        for (Resource alarm : dev.ofType("AWS::CloudWatch::Alarm")) {
            String name = alarm.property("/AlarmName").asText().substring("lumia-dev-".length());
            assertThat(sections).as("alarm %s", name).containsKey(general(name));
        }
        for (Resource budget : dev.ofType("AWS::Budgets::Budget")) {
            assertThat(sections)
                    .containsKey(budget.property("/Budget/BudgetName").asText().substring("lumia-dev-".length()));
        }
    }

    @Test
    void everySectionSaysWhatItMeansWhereToLookWhatToDoAndWhenItIsOver() throws IOException {
        assertThat(sections())
                .isNotEmpty()
                .allSatisfy((name, text) -> assertThat(text).as(name).contains(PARTS));
    }

    @Test
    void noSectionIsAboutAnAlarmThatIsNotThere() throws IOException {
        List<String> alarms = Stream.concat(
                        dev.ofType("AWS::CloudWatch::Alarm").stream()
                                .map(alarm -> alarm.property("/AlarmName").asText()),
                        dev.ofType("AWS::Budgets::Budget").stream().map(budget -> budget.property("/Budget/BudgetName")
                                .asText()))
                .map(name -> general(name.substring("lumia-dev-".length())))
                .toList();

        assertThat(alarms).containsAll(sections().keySet());
    }

    /** With FUNCTION and QUEUE for their names: one section is about all functions. */
    private String general(String alarm) {
        for (FunctionDefinition function : dev.functions()) {
            if (alarm.equals(function.name() + "-errors")) {
                return "FUNCTION-errors";
            }
            if (function.trigger() instanceof Queued queued
                    && alarm.startsWith(queued.queue().name() + "-")) {
                return "QUEUE" + alarm.substring(queued.queue().name().length());
            }
        }
        return alarm;
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        for (MatchResult section :
                SECTION.matcher(Files.readString(OPERATIONS)).results().toList()) {
            sections.put(section.group(1), section.group(2));
        }
        return sections;
    }
}
