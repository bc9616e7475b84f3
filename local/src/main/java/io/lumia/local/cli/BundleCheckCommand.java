package io.lumia.local.cli;

import io.lumia.market.provider.bundle.BundleCheck;
import io.lumia.market.provider.bundle.BundleReport;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads a whole bundle and tells what is wrong with it. */
@Command(
        name = "check",
        description = "Read a bundle from end to end; show what it offers and every line that cannot be read.",
        mixinStandardHelpOptions = true)
final class BundleCheckCommand extends LumiaCommand {

    @Parameters(paramLabel = "DIR", description = "A folder or zip.")
    private Path bundle = Path.of("");

    @Override
    int run() {
        BundleReport report = BundleCheck.check(Bundles.existing(bundle).toString());
        print(report, () -> report.toLines().forEach(out()::println));
        return report.isUsable() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
