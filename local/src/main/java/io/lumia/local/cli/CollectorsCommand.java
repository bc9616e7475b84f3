package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Command;

/** Providers, and how it stands with them. */
@Command(
        name = "collectors",
        description =
                "List providers: what they have, whether they want a key, how often they may be asked, how it stands.",
        mixinStandardHelpOptions = true)
final class CollectorsCommand extends ApiCommand {

    private static final int LONGEST_FAILURE = 80;

    @Override
    int ask(Installation installation, CollectionApi api) {
        List<JsonNode> collectors = api.list("/collectors");
        print(Map.of("collectors", collectors), () -> show(collectors));
        return ExitCodes.DONE;
    }

    private void show(List<JsonNode> collectors) {
        TextTable table =
                new TextTable("provider", "key", "calls", "breaker", "last success", "last failure", "datasets");
        for (JsonNode collector : collectors) {
            JsonNode state = collector.path("states").path(0);
            table.row(
                    text(collector, "provider"),
                    key(collector),
                    quotas(collector.path("quotas")),
                    text(state, "breaker"),
                    text(state, "last_success_at"),
                    cut(text(state, "last_failure"), LONGEST_FAILURE),
                    text(collector, "datasets"));
        }
        table.print(out());
    }

    private static String key(JsonNode collector) {
        String need = collector.path("key").asText();
        boolean has = collector.path("key_configured").asBoolean();
        return need.equals("none") ? "none" : need + (has ? ", set" : ", not set");
    }

    private static String quotas(JsonNode quotas) {
        StringJoiner shown = new StringJoiner(", ");
        quotas.forEach(quota -> shown.add("%d/%ds"
                .formatted(quota.path("calls").asInt(), quota.path("seconds").asLong())));
        return shown.toString();
    }
}
