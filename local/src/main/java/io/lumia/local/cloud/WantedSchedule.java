package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A schedule as a template asks for it, for emulators that say they made it and did not. */
record WantedSchedule(
        String name, String group, String expression, String zone, String targetArn, String roleArn, String input) {

    private static final String TYPE = "AWS::Scheduler::Schedule";

    /**
     * Those of a stack.
     *
     * @param pseudo values of {@code AWS::Region} and the like
     */
    static List<WantedSchedule> of(Path template, Map<String, String> pseudo) {
        List<WantedSchedule> wanted = new ArrayList<>();
        JsonNode resources = tree(template).path("Resources");
        for (JsonNode resource : resources) {
            if (resource.path("Type").asText().equals(TYPE)) {
                wanted.add(schedule(resource.path("Properties"), new Texts(resources, pseudo)));
            }
        }
        return wanted;
    }

    private static WantedSchedule schedule(JsonNode properties, Texts texts) {
        JsonNode target = properties.path("Target");
        return new WantedSchedule(
                texts.of(properties.path("Name")),
                texts.of(properties.path("GroupName")),
                texts.of(properties.path("ScheduleExpression")),
                texts.of(properties.path("ScheduleExpressionTimezone")),
                texts.of(target.path("Arn")),
                texts.of(target.path("RoleArn")),
                texts.of(target.path("Input")));
    }

    private static JsonNode tree(Path file) {
        try {
            return Json.tree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The little of CloudFormation's functions that our schedules use. */
    private record Texts(JsonNode resources, Map<String, String> pseudo) {

        String of(JsonNode value) {
            if (value.isTextual()) {
                return value.asText();
            }
            if (value.has("Ref") && pseudo.containsKey(value.path("Ref").asText())) {
                return pseudo.getOrDefault(value.path("Ref").asText(), "");
            }
            if (value.has("Fn::Join")) {
                return StreamSupport.stream(value.at("/Fn::Join/1").spliterator(), false)
                        .map(this::of)
                        .collect(Collectors.joining(value.at("/Fn::Join/0").asText()));
            }
            JsonNode role = resources.path(value.at("/Fn::GetAtt/0").asText());
            if (role.path("Type").asText().equals("AWS::IAM::Role")) {
                return "arn:aws:iam::%s:role/%s"
                        .formatted(
                                pseudo.getOrDefault("AWS::AccountId", ""),
                                role.at("/Properties/RoleName").asText());
            }
            throw new AppException(
                    ErrorCode.INTERNAL, "a schedule's template says " + value + ", which is not understood");
        }
    }
}
