package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A schedule as a template asks for it, for emulators that say they made it and did not. */
record WantedSchedule(
        String name, String group, String expression, String zone, String targetArn, String roleArn, String input) {

    /**
     * Those of a stack.
     *
     * @param pseudo values of {@code AWS::Region} and the like
     */
    static List<WantedSchedule> of(Path template, Map<String, String> pseudo) {
        TemplateTexts texts = TemplateTexts.read(template, pseudo);
        return texts.of("AWS::Scheduler::Schedule").stream()
                .map(properties -> schedule(properties, texts))
                .toList();
    }

    private static WantedSchedule schedule(JsonNode properties, TemplateTexts texts) {
        JsonNode target = properties.path("Target");
        return new WantedSchedule(
                texts.text(properties.path("Name")),
                texts.text(properties.path("GroupName")),
                texts.text(properties.path("ScheduleExpression")),
                texts.text(properties.path("ScheduleExpressionTimezone")),
                texts.text(target.path("Arn")),
                texts.text(target.path("RoleArn")),
                texts.text(target.path("Input")));
    }
}
