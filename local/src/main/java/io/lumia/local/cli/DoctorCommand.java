package io.lumia.local.cli;

import io.lumia.local.doctor.Check;
import io.lumia.local.doctor.Doctor;
import io.lumia.local.folder.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at the machine. */
@Command(
        name = "doctor",
        description = "Check what Lumia needs on this machine; say what is wrong and what mends it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand extends LumiaCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", defaultValue = "8080", description = "The port that 'up' would use (default 8080).")
    private int port = 8080;

    @Option(names = "--bundle", paramLabel = "DIR", description = "The bundle to look at; without it the demo's.")
    private @Nullable Path bundle;

    @Override
    int run() {
        DataFolder folder = data.folder(this);
        Path examined = bundle == null ? Bundles.demo() : bundle;
        List<Check> checks = new Doctor(folder, port, examined, Site.folder(), Bundles::catalog).examine();
        boolean broken = checks.stream().anyMatch(check -> check.state() == Check.State.BROKEN);
        print(Map.of("healthy", !broken, "checks", checks), () -> checks.forEach(this::show));
        return broken ? ExitCodes.ENVIRONMENT : ExitCodes.DONE;
    }

    private void show(Check check) {
        out().println("%-8s %-12s %s"
                .formatted(check.state().name().toLowerCase(Locale.ROOT), check.name(), check.detail()));
        if (!check.remedy().isEmpty()) {
            out().println("%-8s %-12s → %s".formatted("", "", check.remedy()));
        }
    }
}
