package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.kernel.AppException;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents of jobs in files. */
final class JobFiles {

    private static final long LARGEST = 1L << 20;
    private static final String ALLOWED =
            "a readable JSON file of at most 1 MiB, such as lumia jobs show NAME --json prints";

    /** A job as it is shown says more than a job is made of: what it does next, and did last. */
    private static final List<String> SHOWN_ONLY = List.of("next_runs", "last_run");

    private JobFiles() {}

    static ObjectNode read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw AppException.invalid("FILE", file, ALLOWED);
            }
            JsonNode document = Json.tree(Files.readString(file, StandardCharsets.UTF_8));
            if (document instanceof ObjectNode job) {
                return job.without(SHOWN_ONLY);
            }
            throw AppException.invalid("FILE", file, ALLOWED);
        } catch (IOException e) {
            throw AppException.invalid("FILE", "%s (%s)".formatted(file, e), ALLOWED);
        }
    }
}
