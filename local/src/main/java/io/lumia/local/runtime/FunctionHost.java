package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.metrics.FunctionName;
import io.lumia.platform.metrics.FunctionScope;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All functions in one application context, found and configured by their {@code function.json}. */
public final class FunctionHost implements AutoCloseable {

    /** Folders of {@code functions/}; a test holds the two equal. */
    static final List<String> FUNCTIONS = List.of(
            "migrate-database",
            "plan-collection",
            "collect",
            "load",
            "score-sentiment",
            "compute-signals",
            "run-backtest",
            "market-api",
            "collection-api",
            "news-api",
            "sentiment-api",
            "recommendation-api",
            "account-api",
            "grade-recommendations",
            "authorize",
            "deliver-webhooks",
            "keep-accounts");

    private static final String AUTHORISER = "authorize";

    private static final String ENVIRONMENT = "local";

    private final ApplicationContext context;
    private final List<FunctionDefinition> definitions;
    private final ApiRoutes routes;

    private FunctionHost(ApplicationContext context) {
        this.context = context;
        this.definitions = context.getBean(FunctionDefinitions.class).load(FUNCTIONS);
        this.routes = new ApiRoutes(definitions);
    }

    static FunctionHost start(DataFolder folder, Endpoints endpoints, Clock clock) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments(ENVIRONMENT)
                .banner(false)
                .properties(endpoints.properties(folder))
                .propertySources(functionEnvironment())
                .singletons(clock)
                .start();
        return new FunctionHost(context);
    }

    /**
     * Our side of an installation whose functions run elsewhere: its books, and the same use cases on its database.
     *
     * @param jdbcUrl with user and password where the server asks for them
     * @param aws     where queues and bus are
     */
    public static FunctionHost beside(DataFolder folder, String jdbcUrl, String aws, Clock clock) {
        return start(folder, new Endpoints(jdbcUrl, aws, aws, Endpoints.USUAL_SITE_PORT), clock);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public List<FunctionDefinition> definitions() {
        return definitions;
    }

    ApiRoutes routes() {
        return routes;
    }

    List<Trigger.Queue> queues() {
        return definitions.stream()
                .map(FunctionDefinition::trigger)
                .filter(Trigger.Queued.class::isInstance)
                .map(trigger -> ((Trigger.Queued) trigger).queue())
                .toList();
    }

    /** In the order in which work flows through them. */
    public List<String> queueNames() {
        return queues().stream().map(Trigger.Queue::name).toList();
    }

    /** Detail-types of events whose receiver notes in the database what it took in. */
    public List<String> eventsIntoDatabase() {
        return definitions.stream()
                .filter(definition -> definition.database() == Access.WRITE)
                .flatMap(definition -> definition.subscribes().stream())
                .flatMap(rule -> detailTypes(rule.pattern()))
                .distinct()
                .toList();
    }

    private static Stream<String> detailTypes(String pattern) {
        JsonNode types = Json.tree(pattern).path("detail-type");
        return StreamSupport.stream(types.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** Asks the API without a network; fails as the API does. */
    public JsonNode get(String path, Map<String, String> query) {
        return ApiFunctions.ask(this, "GET", path, query, null);
    }

    /** Posts JSON to the API without a network; fails as the API does. Missing where it answers without a body. */
    public JsonNode post(String path, Object body) {
        return ApiFunctions.ask(this, "POST", path, Map.of(), Json.write(body));
    }

    /** Puts JSON; as {@link #post}. */
    public JsonNode put(String path, Object body) {
        return ApiFunctions.ask(this, "PUT", path, Map.of(), Json.write(body));
    }

    /** As {@link #post}. */
    public JsonNode delete(String path) {
        return ApiFunctions.ask(this, "DELETE", path, Map.of(), null);
    }

    /** Tells the functions where their queues are, once these are there. */
    void setQueueUrls(UnaryOperator<String> urlOf) {
        Map<String, Object> urls = new HashMap<>();
        queues().forEach(queue -> urls.put("lumia.queues." + queue.name(), urlOf.apply(queue.name())));
        context.getEnvironment().addPropertySource(PropertySource.of("local-queues", urls));
    }

    /** Invokes a function with an event as Lambda would hand it over; returns its answer as JSON. */
    public String invoke(String function, String event) {
        FunctionDefinition definition = definition(function);
        if (definition.trigger() instanceof Trigger.Http) {
            return LambdaJson.write(invoke(definition, LambdaJson.read(event, APIGatewayProxyRequestEvent.class)));
        }
        RequestHandler<Object, @Nullable Object> handler = handler(definition);
        Object input = input(handler, event);
        try (FunctionScope _ = FunctionScope.open(FunctionName.of(definition))) {
            return output(handler.handleRequest(input, newContext(definition)));
        }
    }

    /** Asks the gateway's authoriser about a request; fails as it does. */
    @SuppressWarnings("unchecked")
    Map<String, Object> authorise(Map<String, Object> event) {
        FunctionDefinition definition = definition(AUTHORISER);
        try (FunctionScope _ = FunctionScope.open(FunctionName.of(definition))) {
            @Nullable Object answer = handler(definition).handleRequest(event, newContext(definition));
            return Objects.requireNonNull((Map<String, Object>) answer);
        }
    }

    @Nullable
    SQSBatchResponse invoke(FunctionDefinition definition, SQSEvent event) {
        RequestHandler<Object, @Nullable Object> handler = handler(definition);
        try (FunctionScope _ = FunctionScope.open(FunctionName.of(definition))) {
            return (SQSBatchResponse) handler.handleRequest(event, newContext(definition));
        }
    }

    /**
     * Without a Lambda context: Micronaut's handler would register each one as further singletons, which empties the
     * container's caches with every request and is never undone.
     */
    APIGatewayProxyResponseEvent invoke(FunctionDefinition definition, APIGatewayProxyRequestEvent event) {
        Object answer;
        try (FunctionScope _ = FunctionScope.open(FunctionName.of(definition))) {
            answer = handler(definition).handleRequest(event, null);
        }
        if (answer instanceof APIGatewayProxyResponseEvent response) {
            return response;
        }
        throw new AppException(
                ErrorCode.INTERNAL, "%s answered a request with %s".formatted(definition.name(), answer));
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the deployment would set as environment variables. Given to the context as it starts: later it would not see them. */
    private static PropertySource functionEnvironment() {
        Map<String, Object> variables = new HashMap<>();
        FUNCTIONS.forEach(name -> Json.tree(FunctionDefinitions.text(name))
                .path("environment")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText())));
        return PropertySource.of(
                "function-environment",
                variables,
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("function.json"));
    }

    /** What its {@code function.json} says. */
    public FunctionDefinition definition(String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AppException.invalid("function", name, String.join(", ", FUNCTIONS)));
    }

    @SuppressWarnings("unchecked")
    private RequestHandler<Object, @Nullable Object> handler(FunctionDefinition definition) {
        try {
            return (RequestHandler<Object, @Nullable Object>) context.getBean(Class.forName(definition.handler()));
        } catch (ClassNotFoundException e) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "handler %s of function %s is not on the class path"
                            .formatted(definition.handler(), definition.name()),
                    e);
        }
    }

    private Object input(RequestHandler<?, ?> handler, String event) {
        Class<?> type = HandlerTypes.inputOf(handler.getClass());
        if (Map.class.isAssignableFrom(type) || type == Object.class) {
            return Json.map(event);
        }
        return type.getName().startsWith("com.amazonaws.")
                ? LambdaJson.read(event, type)
                : context.getBean(JsonCodec.class).read(event, type);
    }

    private String output(@Nullable Object answer) {
        if (answer == null) {
            return "null";
        }
        if (answer instanceof Map<?, ?>) {
            return Json.write(answer);
        }
        return answer.getClass().getName().startsWith("com.amazonaws.")
                ? LambdaJson.write(answer)
                : context.getBean(JsonCodec.class).write(answer);
    }

    private LocalContext newContext(FunctionDefinition definition) {
        return new LocalContext(
                definition, context.getBean(IdSource.class).next().toString());
    }
}
