package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A synthesised template, and the little of CloudFormation's functions that is needed to read it.
 *
 * @param pseudo values of {@code AWS::Region} and the like
 */
record TemplateTexts(JsonNode resources, Map<String, String> pseudo) {

    static TemplateTexts read(Path template, Map<String, String> pseudo) {
        try {
            return new TemplateTexts(Json.tree(Files.readString(template)).path("Resources"), pseudo);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + template, e);
        }
    }

    /** Properties of all resources of a type, in the template's order. */
    List<JsonNode> of(String type) {
        return StreamSupport.stream(resources.spliterator(), false)
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    String text(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        if (value.has("Ref") && pseudo.containsKey(value.path("Ref").asText())) {
            return pseudo.getOrDefault(value.path("Ref").asText(), "");
        }
        if (value.has("Fn::Join")) {
            return StreamSupport.stream(value.at("/Fn::Join/1").spliterator(), false)
                    .map(this::text)
                    .collect(Collectors.joining(value.at("/Fn::Join/0").asText()));
        }
        JsonNode role = resources.path(value.at("/Fn::GetAtt/0").asText());
        if (role.path("Type").asText().equals("AWS::IAM::Role")) {
            return "arn:aws:iam::%s:role/%s"
                    .formatted(
                            pseudo.getOrDefault("AWS::AccountId", ""),
                            role.at("/Properties/RoleName").asText());
        }
        throw new AppException(ErrorCode.INTERNAL, "a template says " + value + ", which is not understood here");
    }
}
