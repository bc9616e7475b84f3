package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.FunctionHost;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The collection API as commands ask it: in this process, by the routes that everybody else uses. */
final class CollectionApi {

    private static final String BASE = "/api/v1/collection";
    private static final int PER_PAGE = 200;
    private static final int MOST_PAGES = 1_000;

    private final FunctionHost functions;

    CollectionApi(FunctionHost functions) {
        this.functions = functions;
    }

    /** One thing. */
    JsonNode get(String path, Map<String, String> query) {
        return functions.get(BASE + path, query).path("data");
    }

    /** A list, page by page to its end. */
    List<JsonNode> all(String path, Map<String, String> query) {
        return upTo(MOST_PAGES * PER_PAGE, path, query);
    }

    /** The first so many of a list, or few more. */
    List<JsonNode> upTo(int count, String path, Map<String, String> query) {
        List<JsonNode> found = new ArrayList<>();
        long pages = 1;
        for (int page = 1; page <= Math.min(pages, MOST_PAGES) && found.size() < count; page++) {
            Map<String, String> asked = new TreeMap<>(query);
            asked.put("page", Integer.toString(page));
            asked.put("per_page", Integer.toString(Math.min(count, PER_PAGE)));
            JsonNode answer = functions.get(BASE + path, asked);
            answer.path("data").forEach(found::add);
            pages = answer.path("pagination").path("total_pages").asLong();
        }
        return found;
    }

    /** A list that has no pages. */
    List<JsonNode> list(String path) {
        List<JsonNode> found = new ArrayList<>();
        get(path, Map.of()).forEach(found::add);
        return found;
    }

    JsonNode post(String path, Object body) {
        return functions.post(BASE + path, body).path("data");
    }

    void delete(String path) {
        functions.delete(BASE + path);
    }

    /** A name as a part of a path. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
