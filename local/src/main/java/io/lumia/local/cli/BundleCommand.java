package io.lumia.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at bundles. */
@Command(
        name = "bundle",
        description = "Check a bundle before it is collected.",
        mixinStandardHelpOptions = true,
        subcommands = BundleCheckCommand.class)
final class BundleCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "check is missing");
    }
}
