package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Sessions without a bar and bars without a session, as the API tells them. */
@Command(
        name = "gaps",
        description = "Show sessions without a price and prices without a session; --json shows every asset.",
        mixinStandardHelpOptions = true)
final class GapsCommand extends LumiaCommand {

    private static final int SHOWN_INTERVALS = 3;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    int run() {
        try (Installation installation = Installation.open(data.folder(this), "gaps")) {
            List<JsonNode> gaps = new CollectionApi(installation.functions()).all("/gaps", Map.of());
            print(Map.of("gaps", gaps), () -> show(gaps));
        }
        return ExitCodes.DONE;
    }

    private void show(List<JsonNode> assets) {
        List<JsonNode> withGaps = assets.stream().filter(GapsCommand::hasGaps).toList();
        if (withGaps.isEmpty()) {
            out().println("no gaps: every session of each of %d assets has a price".formatted(assets.size()));
            return;
        }
        TextTable table = new TextTable("symbol", "from", "to", "expected", "missing", "unexpected", "intervals");
        for (JsonNode gap : withGaps) {
            table.row(
                    gap.path("asset").path("symbol").asText(),
                    gap.path("start").asText("–"),
                    gap.path("end").asText("–"),
                    gap.path("expected").asInt(),
                    gap.path("missing").asInt(),
                    gap.path("unexpected").asInt(),
                    intervals(gap));
        }
        table.print(out());
    }

    private static boolean hasGaps(JsonNode gap) {
        return gap.path("missing").asInt() + gap.path("unexpected").asInt() > 0;
    }

    private static String intervals(JsonNode gap) {
        JsonNode all = gap.path("missing_intervals");
        StringJoiner shown = new StringJoiner(", ");
        for (int index = 0; index < Math.min(all.size(), SHOWN_INTERVALS); index++) {
            String first = all.path(index).path("first").asText();
            String last = all.path(index).path("last").asText();
            shown.add(first.equals(last) ? first : first + " to " + last);
        }
        return all.size() > SHOWN_INTERVALS ? shown + ", and more: see --json" : shown.toString();
    }
}
