package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.json.Json;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code lumia}. */
@Command(
        name = "lumia",
        description = "Lumia on this machine: prices collected, checked, turned into signals and served.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            IngestCommand.class,
            StatusCommand.class,
            JobsCommand.class,
            RunsCommand.class,
            BackfillCommand.class,
            CollectorsCommand.class,
            GapsCommand.class,
            QuarantineCommand.class,
            AlarmsCommand.class,
            AccountsCommand.class,
            AuditCommand.class,
            SignalsCommand.class,
            RecommendCommand.class,
            NewsCommand.class,
            ScoreCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            InvokeCommand.class,
            CostCommand.class,
            DrillCommand.class,
            CloudCommand.class,
            BundleCommand.class,
            ReadResponseCommand.class,
            DeadLettersCommand.class,
            Lumia.Completion.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the message says why",
            "2:wrong usage",
            "3:something is missing or broken on this machine; see: lumia doctor",
            "4:the data folder or port is in use by somebody else"
        })
public final class Lumia implements Runnable {

    private static final String JSON_OPTION = "--json";

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Logs.configure();
        System.exit(run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
    }

    /** Runs one command line; returns its exit code. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new Lumia());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(
                (e, given) -> refuse(e, Arrays.asList(given).contains(JSON_OPTION)));
        commandLine.setExecutionExceptionHandler((e, command, parsed) ->
                fail(e, command, Arrays.asList(arguments).contains(JSON_OPTION)));
        return commandLine.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int refuse(ParameterException e, boolean asJson) {
        CommandLine command = e.getCommandLine();
        if (asJson) {
            command.getOut().println(failure(ErrorCode.INVALID_INPUT, String.valueOf(e.getMessage())));
        }
        command.getErr().println("lumia: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr()
                .println("Try: %s --help".formatted(command.getCommandSpec().qualifiedName()));
        return ExitCodes.WRONG_USAGE;
    }

    private static int fail(Exception e, CommandLine command, boolean asJson) {
        ErrorCode code = e instanceof AppException known ? known.code() : ErrorCode.INTERNAL;
        String message = e instanceof AppException known ? known.getMessage() : "unexpected " + e;
        if (asJson) {
            command.getOut().println(failure(code, message));
        }
        command.getErr().println("lumia: " + message);
        Logs.failure(message, e);
        return ExitCodes.of(code);
    }

    private static String failure(ErrorCode code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code.name());
        error.put("message", message);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("success", false);
        document.put("error", error);
        return Json.write(document);
    }

    /** Prints a script; {@code source <(local/lumia completion)} switches it on. */
    @Command(
            name = "completion",
            description = "Print a completion script for bash and zsh: source <(local/lumia completion)",
            mixinStandardHelpOptions = true)
    static final class Completion extends LumiaCommand {

        @Override
        int run() {
            CommandLine root = spec().root().commandLine();
            String script = AutoComplete.bash("lumia", root);
            print(Map.of("script", script), () -> out().print(script));
            out().flush();
            return ExitCodes.DONE;
        }
    }
}
