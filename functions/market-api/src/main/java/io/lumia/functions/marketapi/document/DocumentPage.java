package io.lumia.functions.marketapi.document;

import io.lumia.platform.hash.Sha256;
import io.lumia.web.document.OpenApiDocument;
import io.lumia.web.document.Trees;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document as one plain page: no script, nothing loaded from elsewhere. */
@Singleton
class DocumentPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
            code,pre{font:14px/1.45 ui-monospace,monospace}
            pre{background:#f4f4f4;padding:.75rem;overflow:auto;max-height:24rem}
            section{border-top:1px solid #ccc;margin-top:2rem}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;vertical-align:top;border-bottom:1px solid #ddd;padding:.3rem .6rem .3rem 0}
            nav li{list-style:none}
            """;

    /** Allows this page's own style and nothing else. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(sha256(STYLE));

    private final OpenApiDocument document;
    private volatile @Nullable String html;

    DocumentPage(OpenApiDocument document) {
        this.document = document;
    }

    String html() {
        @Nullable String made = html;
        if (made == null) {
            made = make(document.tree());
            html = made;
        }
        return made;
    }

    private static String make(Map<String, Object> tree) {
        Map<String, Object> info = Trees.map(tree, "info");
        List<Trees.Operation> operations = Trees.operations(tree);
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>")
                .append(escaped(info.get("title")))
                .append("</title>")
                .append("<style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(escaped(info.get("title")))
                .append("</h1>\n<p>")
                .append(escaped(info.get("description")))
                .append("</p>\n<p>For programs: <a href=\"/api/v1/openapi.json\">openapi.json</a></p>\n<nav><ul>\n");
        operations.forEach(operation -> page.append("<li><a href=\"#")
                .append(escaped(operation.id()))
                .append("\"><code>")
                .append(escaped(operation.path()))
                .append("</code></a> ")
                .append(escaped(operation.node().get("summary")))
                .append("</li>\n"));
        page.append("</ul></nav>\n");
        operations.forEach(operation -> page.append(section(operation)));
        return page.append("</body>\n</html>\n").toString();
    }

    private static String section(Trees.Operation operation) {
        StringBuilder section = new StringBuilder("<section id=\"")
                .append(escaped(operation.id()))
                .append("\">\n<h2><code>")
                .append(operation.method().toUpperCase(Locale.ROOT))
                .append(' ')
                .append(escaped(operation.path()))
                .append("</code></h2>\n<p>")
                .append(escaped(operation.node().get("description")))
                .append("</p>\n");
        if (operation.node().get("parameters") instanceof List<?> parameters && !parameters.isEmpty()) {
            section.append("<table><tr><th>Parameter</th><th>Type</th><th>Meaning</th></tr>\n");
            parameters.forEach(parameter -> section.append(row(Trees.asMap(parameter))));
            section.append("</table>\n");
        }
        typesOfSuccess(operation).forEach(type -> section.append("<h3>")
                .append(escaped(type))
                .append("</h3>\n<pre>")
                .append(escaped(OpenApiDocument.example(operation.id(), type)))
                .append("</pre>\n"));
        return section.append("</section>\n").toString();
    }

    /** Of the one success that an operation has. The page only reads: the document is served from the same tree. */
    private static Set<String> typesOfSuccess(Trees.Operation operation) {
        Map<String, Object> responses = Trees.map(operation.node(), "responses");
        return responses.entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> Trees.asMap(response.getValue()).get("content"))
                .flatMap(content -> content == null ? Stream.empty() : Trees.asMap(content).keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String row(Map<String, Object> parameter) {
        Map<String, Object> schema = Trees.map(parameter, "schema");
        StringBuilder type = new StringBuilder(String.valueOf(schema.get("type")));
        if (schema.get("enum") instanceof List<?> values) {
            type.append(": ")
                    .append(String.join(
                            ", ", values.stream().map(String::valueOf).toList()));
        }
        if (schema.containsKey("minimum") || schema.containsKey("maximum")) {
            type.append(
                    " %s to %s".formatted(schema.getOrDefault("minimum", "…"), schema.getOrDefault("maximum", "…")));
        }
        if (schema.containsKey("default")) {
            type.append("; default ").append(schema.get("default"));
        }
        return "<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>\n"
                .formatted(escaped(parameter.get("name")), escaped(type), escaped(parameter.get("description")));
    }

    private static String escaped(@Nullable Object text) {
        return String.valueOf(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
