package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** What somebody should look at. */
@Command(
        name = "alarms",
        description = "Show alarms that are open: failures that repeat, providers that changed.",
        mixinStandardHelpOptions = true)
final class AlarmsCommand extends ApiCommand {

    private static final int LONGEST_DETAIL = 120;

    @Override
    int ask(Installation installation, CollectionApi api) {
        List<JsonNode> alarms = api.all("/alarms", Map.of());
        print(Map.of("alarms", alarms), () -> show(alarms));
        return ExitCodes.DONE;
    }

    private void show(List<JsonNode> alarms) {
        if (alarms.isEmpty()) {
            out().println("no open alarms");
            return;
        }
        TextTable table = new TextTable("since", "last", "times", "about", "kind", "detail");
        alarms.forEach(alarm -> table.row(
                text(alarm, "raised_at"),
                text(alarm, "last_at"),
                alarm.path("times").asInt(),
                text(alarm, "subject"),
                text(alarm, "kind"),
                cut(text(alarm, "detail"), LONGEST_DETAIL)));
        table.print(out());
    }
}
