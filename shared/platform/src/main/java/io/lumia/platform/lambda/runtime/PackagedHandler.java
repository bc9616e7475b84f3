package io.lumia.platform.lambda.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function's handler with JSON on both sides. It is a bean, so that nothing has to be found by reflection. */
final class PackagedHandler {

    private final RequestHandler<Object, @Nullable Object> handler;
    private final Class<?> input;
    private final JsonMapper mapper;
    private final JsonCodec codec;

    private PackagedHandler(
            RequestHandler<Object, @Nullable Object> handler, Class<?> input, JsonMapper mapper, JsonCodec codec) {
        this.handler = handler;
        this.input = input;
        this.mapper = mapper;
        this.codec = codec;
    }

    /**
     * Fails where the context has no such handler: a part that it needs, such as the database, is not configured.
     *
     * @param name the handler's class, as in {@code function.json} and in Lambda's {@code _HANDLER}
     */
    static PackagedHandler named(String name, ApplicationContext context) {
        BeanDefinition<?> definition = context.getBeanDefinitions(RequestHandler.class).stream()
                .filter(bean -> bean.getBeanType().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorCode.INTERNAL,
                        "handler %s is no bean here; is what it needs configured, such as DATASOURCES_DEFAULT_URL?"
                                .formatted(name)));
        return new PackagedHandler(
                handler(context, definition),
                input(definition),
                context.getBean(JsonMapper.class),
                context.getBean(JsonCodec.class));
    }

    String handle(String event, Context context) {
        return answer(handler.handleRequest(input(event), context));
    }

    private Object input(String event) {
        if (input == APIGatewayProxyRequestEvent.class) {
            return ProxyJson.request(Json.read(mapper, event));
        }
        if (input == SQSEvent.class) {
            return SqsJson.event(Json.read(mapper, event));
        }
        if (input == Map.class || input == Object.class) {
            return String.valueOf(event).isBlank()
                    ? Map.of()
                    : Objects.requireNonNullElse(Json.read(mapper, event).getValue(), Map.of());
        }
        return codec.read(event, input);
    }

    private String answer(@Nullable Object answer) {
        return switch (answer) {
            case null -> "null";
            case APIGatewayProxyResponseEvent response -> Json.write(mapper, ProxyJson.answer(response));
            case SQSBatchResponse response -> Json.write(mapper, SqsJson.answer(response));
            case Map<?, ?> map -> Json.write(mapper, JsonNode.from(map));
            case Object other -> codec.write(other);
        };
    }

    private static Class<?> input(BeanDefinition<?> definition) {
        List<Argument<?>> types = definition.getTypeArguments(RequestHandler.class);
        return types.isEmpty() ? Object.class : types.getFirst().getType();
    }

    @SuppressWarnings("unchecked")
    private static RequestHandler<Object, @Nullable Object> handler(
            ApplicationContext context, BeanDefinition<?> definition) {
        return (RequestHandler<Object, @Nullable Object>) context.getBean(definition);
    }
}
