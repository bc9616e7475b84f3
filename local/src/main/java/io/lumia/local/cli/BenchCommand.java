package io.lumia.local.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures this machine. */
@Command(
        name = "bench",
        description =
                "Measure loading, signals, reading, the gateway, cold starts, search, sentiment and linking on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchIngestCommand.class,
            BenchSignalsCommand.class,
            BenchReadCommand.class,
            BenchGatewayCommand.class,
            BenchColdCommand.class,
            BenchSearchCommand.class,
            BenchRecommendCommand.class,
            BenchSentimentCommand.class,
            BenchVaderCommand.class,
            BenchLinkingCommand.class
        })
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "ingest, signals, read, gateway, cold, search, recommend, sentiment, vader or linking is missing");
    }
}
