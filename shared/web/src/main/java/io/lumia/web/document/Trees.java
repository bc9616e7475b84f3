package io.lumia.web.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks the maps and lists of a parsed JSON document. */
public final class Trees {

    private Trees() {}

    /** @param method such as {@code get} */
    public record Operation(String path, String method, Map<String, Object> node) {

        public String id() {
            return String.valueOf(node.get("operationId"));
        }
    }

    /** The object under a name, which is made where it is absent. */
    public static Map<String, Object> map(Map<String, Object> parent, String name) {
        return asMap(parent.computeIfAbsent(name, _ -> new LinkedHashMap<>()));
    }

    /** The list under a name, which is made where it is absent. */
    public static List<Object> list(Map<String, Object> parent, String name) {
        return asList(parent.computeIfAbsent(name, _ -> new ArrayList<>()));
    }

    /** A copy that can be changed at every level. */
    public static Object copy(Object node) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> copy = new LinkedHashMap<>();
            asMap(node).forEach((name, value) -> copy.put(name, copy(value)));
            return copy;
        }
        if (node instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return node;
    }

    public static List<Operation> operations(Map<String, Object> document) {
        List<Operation> operations = new ArrayList<>();
        map(document, "paths").forEach((path, methods) -> asMap(methods)
                .forEach((method, node) -> operations.add(new Operation(path, method, asMap(node)))));
        return operations;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> asList(Object node) {
        return (List<Object>) node;
    }
}
