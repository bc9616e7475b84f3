package io.lumia.local.cli;

import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share. */
abstract class LumiaCommand implements Callable<Integer> {

    private static final String HOME_PROPERTY = "lumia.home";
    private static final String DATA_PROPERTY = "lumia.data";

    @Option(names = "--json", description = "Print one JSON document instead of text; messages go to the error stream.")
    private boolean json;

    @Option(names = "--verbose", description = "Show the log on the error stream too.")
    private boolean verbose;

    @Spec
    private @Nullable CommandSpec spec;

    /** Does it; returns the exit code. */
    abstract int run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run();
    }

    final boolean asJson() {
        return json;
    }

    final boolean isVerbose() {
        return verbose;
    }

    final CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs a command");
        }
        return spec;
    }

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** One of the two, by {@code --json}. */
    final void print(Object document, Runnable text) {
        if (json) {
            out().println(Json.write(document));
        } else {
            text.run();
        }
        out().flush();
    }

    /** A line for the person at the terminal that is no part of the result. */
    final void note(String text, Object... arguments) {
        err().println(text.formatted(arguments));
        err().flush();
    }

    /** Where the repository is, as the launcher says; the current folder without it. */
    static Path home() {
        return Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath();
    }

    /** The folder an option names, or else the usual one; the log goes there from now on. */
    final DataFolder folder(@Nullable Path named, String usual) {
        DataFolder folder = new DataFolder(named != null ? named : usualFolder(usual));
        Logs.into(folder, verbose);
        return folder;
    }

    private static Path usualFolder(String name) {
        Path data = Path.of(
                System.getProperty(DATA_PROPERTY, home().resolve(".lumia/data").toString()));
        return name.isEmpty() ? data : data.resolveSibling(name);
    }
}
