package io.lumia.platform.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.request.RequestIds;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event as EventBridge hands it to a queue.
 *
 * @param id     made by the bus, new for each put; a receiver's inbox goes by the id inside the detail
 * @param time   when the bus took it
 * @param detail the announcement's JSON, character for character
 */
public record EventEnvelope(String id, String source, String detailType, Instant time, String detail) {

    /** What the request id stands behind among the resources. */
    static final String REQUEST = "request/";

    private static final JsonFactory TOKENS = new JsonFactory();
    private static final String DETAIL = "detail";
    private static final String RESOURCES = "resources";
    private static final String DETAIL_TYPE = "detail-type";

    /** Whether a queue message came over the bus: only then it has a detail-type beside its other fields. */
    public static boolean isIn(String body) {
        try (JsonParser parser = TOKENS.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals(DETAIL_TYPE)) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }

    /** The request that an event of the bus follows from; empty for any other text. */
    public static Optional<String> requestId(String body) {
        return isIn(body)
                ? resources(body).stream()
                        .filter(resource -> resource.startsWith(REQUEST))
                        .map(resource -> resource.substring(REQUEST.length()))
                        .filter(RequestIds::isAllowed)
                        .findFirst()
                : Optional.empty();
    }

    /** Reads the body of a queue message that a rule of the bus put there. */
    public static EventEnvelope parse(String body, JsonCodec json) {
        DeliveredEvent outer = json.read(body, DeliveredEvent.class);
        return new EventEnvelope(outer.id, outer.source, outer.detailType, outer.time, detailText(body));
    }

    /** The detail as a record, whose simple name must be the detail-type. */
    public <T> T detailAs(Class<T> type, JsonCodec json) {
        if (!type.getSimpleName().equals(detailType)) {
            throw new AppException(
                    ErrorCode.MALFORMED_MESSAGE,
                    "event %s has detail-type '%s'; expected: %s".formatted(id, detailType, type.getSimpleName()));
        }
        return json.read(detail, type);
    }

    private static List<String> resources(String body) {
        List<String> resources = new ArrayList<>();
        try (JsonParser parser = TOKENS.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(RESOURCES);
                if (parser.nextToken() == JsonToken.START_ARRAY && found) {
                    while (parser.nextToken() == JsonToken.VALUE_STRING) {
                        resources.add(parser.getText());
                    }
                    return resources;
                }
                parser.skipChildren();
            }
        } catch (IOException _) {
            return List.of();
        }
        return resources;
    }

    /** Cut out of the text, so that no number passes through a double on its way. */
    private static String detailText(String body) {
        try (JsonParser parser = TOKENS.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(DETAIL);
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (found && parser.currentToken() == JsonToken.END_OBJECT) {
                    return body.substring(start, (int) parser.currentLocation().getCharOffset());
                }
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.MALFORMED_MESSAGE, "this is no event: " + e.getMessage(), e);
        }
        throw new AppException(ErrorCode.MALFORMED_MESSAGE, "this is no event: detail is missing or no object");
    }

    /** The envelope without its content. */
    @Serdeable
    record DeliveredEvent(
            String id,
            String source,
            @JsonProperty(DETAIL_TYPE) String detailType,
            Instant time) {}
}
