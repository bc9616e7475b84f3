package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The REST API as it was deployed: paths, methods, the function behind each and whether the authoriser is asked first, all as
 * the emulator tells it.
 */
final class DeployedApi {

    private static final int MOST_RESOURCES = 500;
    private static final Pattern FUNCTION = Pattern.compile("function:([A-Za-z0-9_-]+)/invocations");
    private static final String SERVICE = "apigateway";

    private final String id;
    private final List<Route> routes;

    private DeployedApi(String id, List<Route> routes) {
        this.id = id;
        this.routes = routes;
    }

    /** @param name of the API; {@code prefix} of functions' names is taken off */
    static DeployedApi read(EmulatorCalls calls, String name, String prefix) {
        String id = idOf(calls, name)
                .orElseThrow(() -> new AppException(
                        ErrorCode.TRANSPORT_UNAVAILABLE,
                        "no REST API is called %s, though it was deployed".formatted(name)));
        List<Route> routes = new ArrayList<>();
        JsonNode resources =
                calls.get(SERVICE, "/restapis/%s/resources?embed=methods&limit=%d".formatted(id, MOST_RESOURCES));
        for (JsonNode resource : resources.path("item")) {
            resource.path("resourceMethods").fields().forEachRemaining(method -> route(
                            resource.path("path").asText(), method.getKey(), method.getValue(), prefix)
                    .ifPresent(routes::add));
        }
        routes.sort(Comparator.comparingInt(Route::parameters));
        return new DeployedApi(id, List.copyOf(routes));
    }

    /** Two of a name are refused: an emulator may have kept one of an earlier deployment, whose routes are others. */
    static Optional<String> idOf(EmulatorCalls calls, String name) {
        List<String> ids = new ArrayList<>();
        for (JsonNode api :
                calls.get(SERVICE, "/restapis?limit=" + MOST_RESOURCES).path("item")) {
            if (api.path("name").asText().equals(name)) {
                ids.add(api.path("id").asText());
            }
        }
        if (ids.size() > 1) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "%d REST APIs are called %s: %s; 'local/lumia cloud down' deletes them all, then deploy again"
                            .formatted(ids.size(), name, String.join(", ", ids)));
        }
        return ids.stream().findFirst();
    }

    String id() {
        return id;
    }

    List<Route> routes() {
        return routes;
    }

    /** A path with names goes before one with parameters, as in API Gateway. */
    Optional<Route> find(String method, String path) {
        return routes.stream()
                .filter(route ->
                        route.method().equals(method) && route.values(path).isPresent())
                .findFirst();
    }

    private static Optional<Route> route(String path, String method, JsonNode told, String prefix) {
        Matcher function = FUNCTION.matcher(told.at("/methodIntegration/uri").asText());
        return function.find()
                ? Optional.of(new Route(
                        method,
                        path,
                        function.group(1).substring(prefix.length()),
                        told.path("authorizationType").asText().equals("CUSTOM")))
                : Optional.empty();
    }

    /** @param path with parameters in braces */
    record Route(String method, String path, String function, boolean authorised) {

        int parameters() {
            return Math.toIntExact(
                    path.chars().filter(character -> character == '{').count());
        }

        /** Parameters of a path that fits. */
        Optional<Map<String, String>> values(String asked) {
            String[] wanted = path.split("/", -1);
            String[] there = asked.split("/", -1);
            if (wanted.length != there.length) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int part = 0; part < wanted.length; part++) {
                if (wanted[part].startsWith("{") && !there[part].isEmpty()) {
                    values.put(wanted[part].substring(1, wanted[part].length() - 1), there[part]);
                } else if (!wanted[part].equals(there[part])) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }
}
