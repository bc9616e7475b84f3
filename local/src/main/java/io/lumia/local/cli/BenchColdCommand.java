package io.lumia.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.bench.ColdBench;
import io.lumia.local.bench.Machine;
import io.lumia.local.books.Books;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Installation;
import io.lumia.local.runtimeapi.PackagedFunction;
import io.lumia.local.runtimeapi.PackagedFunction.Kind;
import io.lumia.local.text.TextTable;
import io.lumia.local.time.Clocks;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a first answer costs. */
@Command(
        name = "cold",
        description = {
            "Start a function's package again and again; say how long it takes to its first answer, and what it uses.",
            "Asks with the function's sample event; an API function also without a query, with OPTIONS."
        },
        mixinStandardHelpOptions = true)
final class BenchColdCommand extends LumiaCommand {

    private static final int MOST_RUNS = 1_000;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FUNCTION", description = "Its folder's name, such as market-api.")
    private String function = "";

    @Option(names = "--runs", defaultValue = "20", description = "Of each package with each event (default 20).")
    private int runs = 20;

    @Override
    int run() throws IOException {
        Limits.check("--runs", runs, MOST_RUNS);
        try (Installation installation = Installation.openOrCreate(data.folder(this), "bench")) {
            FunctionDefinition definition = installation.functions().definition(function);
            ColdBench bench = new ColdBench(
                    definition,
                    installation.variables(definition),
                    Clocks.real(),
                    installation.functions().bean(IdSource.class),
                    text -> note("%s", text));
            List<ColdBench.Row> rows = bench.run(home(), events(definition), runs);
            if (rows.isEmpty()) {
                throw new AppException(
                        ErrorCode.NOT_FOUND,
                        "nothing of %s was built; for example: %s"
                                .formatted(function, PackagedFunction.howToBuild(function, Kind.JVM)));
            }
            tell(Machine.here(installation.functions().bean(Books.class).serverVersion()), rows);
        }
        return ExitCodes.DONE;
    }

    private Map<String, String> events(FunctionDefinition definition) throws IOException {
        String sample = Files.readString(SampleEvents.of(function));
        Map<String, String> events = new LinkedHashMap<>();
        events.put("sample event", sample);
        if (definition.trigger() instanceof Trigger.Http && Json.tree(sample) instanceof ObjectNode request) {
            events.put("no query", Json.write(request.put("httpMethod", "OPTIONS")));
        }
        return events;
    }

    private void tell(Machine machine, List<ColdBench.Row> rows) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("machine", machine);
        document.put("function", function);
        document.put("rows", rows);
        print(document, () -> {
            out().println(machine.line());
            TextTable table = new TextTable(rows.getFirst().cells().keySet().toArray(String[]::new));
            rows.forEach(row -> table.row(row.cells().values().toArray()));
            table.print(out());
        });
    }
}
