package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves a job. */
@Command(name = "add", description = "Save a job, from a template or a file.", mixinStandardHelpOptions = true)
final class AddJobCommand extends ApiCommand {

    @ArgGroup(multiplicity = "1")
    private From from = new From();

    @Option(names = "--name", paramLabel = "NAME", description = "The job's name; without it the template's or file's.")
    private @Nullable String name;

    /** Where its document comes from. */
    static final class From {

        @Option(names = "--template", required = true, paramLabel = "TEMPLATE", description = "A template's name.")
        private @Nullable String template;

        @Parameters(index = "0", paramLabel = "FILE", description = "A JSON document of a job.")
        private @Nullable Path file;
    }

    @Override
    void check() {
        if (from.file != null) {
            JobFiles.read(from.file);
        }
    }

    @Override
    int ask(Installation installation, CollectionApi api) {
        ObjectNode document = document();
        if (name != null) {
            document.put("name", name);
        }
        JsonNode saved = api.post("/jobs", document);
        print(saved, () -> out().println("job %s is saved".formatted(text(saved, "name"))));
        return ExitCodes.DONE;
    }

    private ObjectNode document() {
        Path file = from.file;
        return file != null
                ? JobFiles.read(file)
                : Json.object().put("template", from.template).put("name", name == null ? from.template : name);
    }
}
