package io.lumia.local.doctor;

import io.lumia.kernel.AppException;
import io.lumia.local.database.EmbeddedServer;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.local.folder.Folders;
import io.lumia.local.folder.RuntimeFile;
import io.lumia.market.provider.ProviderCatalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at everything that Lumia needs on a machine. */
public final class Doctor {

    private static final int NEEDED_JAVA = 25;
    /** What the site's build wants: major and minor. */
    private static final int[] NEEDED_NODE = {20, 19};

    private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");
    private static final long MEGABYTE = 1024L * 1024;
    /** Programs of PostgreSQL, an empty cluster, its write-ahead log. */
    private static final long NEEDED_MEGABYTES = 700;

    private static final long WANTED_MEGABYTES = 3_000;
    private static final long WANTED_MEMORY_MEGABYTES = 2_000;
    private static final int TOOL_SECONDS = 20;

    private final DataFolder folder;
    private final int port;
    private final Path bundle;
    private final Path site;
    private final Function<Path, ProviderCatalog> readBundle;
    private final Function<List<String>, Optional<String>> tools;

    /**
     * @param site       where the built site lies, if it is built
     * @param readBundle fails with an AppException where it cannot be read
     */
    public Doctor(DataFolder folder, int port, Path bundle, Path site, Function<Path, ProviderCatalog> readBundle) {
        this(folder, port, bundle, site, readBundle, Doctor::firstLineOf);
    }

    /** @param tools the first line that a command says, empty where there is no such command */
    Doctor(
            DataFolder folder,
            int port,
            Path bundle,
            Path site,
            Function<Path, ProviderCatalog> readBundle,
            Function<List<String>, Optional<String>> tools) {
        this.folder = folder;
        this.port = port;
        this.bundle = bundle;
        this.site = site;
        this.readBundle = readBundle;
        this.tools = tools;
    }

    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(java());
        checks.add(maven());
        checks.add(node());
        checks.add(siteIsBuilt());
        checks.add(memory());
        checks.add(encoding());
        checks.add(folderIsWritable());
        checks.add(diskSpace());
        checks.add(folderIsFree());
        checks.add(portIsFree());
        checks.add(databaseStarts());
        checks.add(bundleIsReadable());
        return checks;
    }

    private static Check java() {
        int feature = Runtime.version().feature();
        String detail = "%s, %s".formatted(Runtime.version(), System.getProperty("java.home"));
        return feature >= NEEDED_JAVA
                ? Check.ok("java", detail)
                : Check.broken("java", detail, "install a JDK %d and set LUMIA_JAVA_HOME to it".formatted(NEEDED_JAVA));
    }

    private Check maven() {
        Optional<String> version = tools.apply(List.of("mvn", "-B", "--version"));
        return version.isPresent()
                ? Check.ok("maven", version.get())
                : Check.warning(
                        "maven",
                        "mvn is not on the PATH; what is built runs, a change cannot be built",
                        "apt-get install maven, or brew install maven");
    }

    private Check node() {
        String wanted = "install node %d.%d or newer: apt-get install nodejs npm, or brew install node"
                .formatted(NEEDED_NODE[0], NEEDED_NODE[1]);
        Optional<String> version = tools.apply(List.of("node", "--version"));
        if (version.isEmpty()) {
            return Check.warning("node", "node is not on the PATH; the site cannot be built", wanted);
        }
        return isNewEnough(version.get())
                ? Check.ok("node", version.get())
                : Check.warning("node", version.get() + " is too old to build the site", wanted);
    }

    private static boolean isNewEnough(String version) {
        Matcher found = NODE_VERSION.matcher(version);
        if (!found.matches()) {
            return false;
        }
        int major = Integer.parseInt(found.group(1));
        return major > NEEDED_NODE[0]
                || (major == NEEDED_NODE[0] && Integer.parseInt(found.group(2)) >= NEEDED_NODE[1]);
    }

    private Check siteIsBuilt() {
        return Files.isRegularFile(site.resolve("index.html"))
                ? Check.ok("site", site + " is built")
                : Check.warning(
                        "site", site + " is not built; 'up' serves the API alone", "mvn -pl static-site package");
    }

    private static Check memory() {
        if (java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system) {
            long megabytes = system.getTotalMemorySize() / MEGABYTE;
            String detail = "%d MB, %d processors"
                    .formatted(megabytes, Runtime.getRuntime().availableProcessors());
            return megabytes >= WANTED_MEMORY_MEGABYTES
                    ? Check.ok("memory", detail)
                    : Check.warning(
                            "memory",
                            detail + "; wanted: %d MB".formatted(WANTED_MEMORY_MEGABYTES),
                            "give the machine more, or end other programs; then: local/lumia doctor");
        }
        return Check.ok("memory", "unknown");
    }

    private static Check encoding() {
        String detail =
                "files %s, names %s".formatted(Charset.defaultCharset(), System.getProperty("sun.jnu.encoding"));
        boolean good = Charset.defaultCharset().equals(StandardCharsets.UTF_8)
                && "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
        return good
                ? Check.ok("encoding", detail)
                : Check.warning(
                        "encoding", detail + ": file names with other letters cannot be read", "export LC_ALL=C.UTF-8");
    }

    private Check folderIsWritable() {
        try {
            Files.createDirectories(folder.root());
            Path probe = Files.createTempFile(folder.root(), "doctor", ".tmp");
            Files.delete(probe);
            return Check.ok("data folder", folder.root() + " can be written");
        } catch (IOException e) {
            return Check.broken(
                    "data folder",
                    "%s cannot be written: %s".formatted(folder.root(), e.getMessage()),
                    "chown -R \"$USER\" %s, or: export LUMIA_DATA=another folder".formatted(folder.root()));
        }
    }

    private Check diskSpace() {
        try {
            long free = Files.getFileStore(folder.root()).getUsableSpace() / MEGABYTE;
            String detail = "%d MB free at %s".formatted(free, folder.root());
            if (free < NEEDED_MEGABYTES) {
                return Check.broken(
                        "disk space",
                        detail,
                        "free %d MB, or: export LUMIA_DATA=a folder on another disk".formatted(NEEDED_MEGABYTES));
            }
            return free < WANTED_MEGABYTES
                    ? Check.warning("disk space", detail, "free %d MB for large bundles".formatted(WANTED_MEGABYTES))
                    : Check.ok("disk space", detail);
        } catch (IOException e) {
            return Check.warning("disk space", "unknown: " + e.getMessage(), "see the line about the data folder");
        }
    }

    private Check folderIsFree() {
        if (!Files.isDirectory(folder.root()) || !Files.isWritable(folder.root())) {
            return Check.warning("lock", "not looked at", "see the line about the data folder");
        }
        Optional<FolderLock> lock = FolderLock.tryTake(folder);
        if (lock.isPresent()) {
            lock.get().close();
            return Check.ok("lock", "nobody uses the data folder");
        }
        return RuntimeFile.read(folder)
                .map(running -> Check.warning(
                        "lock",
                        "pid %d (%s) uses the data folder".formatted(running.pid(), running.command()),
                        "that is fine; before another 'up': kill %d".formatted(running.pid())))
                .orElse(Check.warning(
                        "lock",
                        "a process that starts or stops uses the data folder",
                        "local/lumia doctor, in a moment"));
    }

    private Check portIsFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return Check.ok("port", "%d is free".formatted(port));
        } catch (IOException e) {
            boolean ours = RuntimeFile.read(folder)
                    .filter(running -> running.httpPort() == port)
                    .isPresent();
            return ours
                    ? Check.ok("port", "%d is used by the Lumia that runs on this folder".formatted(port))
                    : Check.warning(
                            "port",
                            "%d is in use: %s".formatted(port, e.getMessage()),
                            "local/lumia up --port " + (port + 1));
        }
    }

    /** On a folder of its own, so that the real one is left alone. */
    private Check databaseStarts() {
        Path scratch = folder.root().resolve("doctor-" + ProcessHandle.current().pid());
        long started = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.start(new DataFolder(scratch).create())) {
            return Check.ok(
                    "database",
                    "PostgreSQL starts in %d ms at %s"
                            .formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), server.jdbcUrl()));
        } catch (AppException e) {
            return Check.broken(
                    "database",
                    String.valueOf(e.getMessage()),
                    "read the log named there; often the disk is full, or the folder is mounted noexec (use --data elsewhere)");
        } finally {
            deleteAll(scratch);
        }
    }

    private Check bundleIsReadable() {
        try {
            ProviderCatalog catalog = readBundle.apply(bundle);
            return Check.ok(
                    "bundle", "%s: %s".formatted(bundle, catalog.source().name()));
        } catch (AppException e) {
            return Check.broken("bundle", String.valueOf(e.getMessage()), "local/lumia bundle check " + bundle);
        }
    }

    /** Maven paints even what no terminal reads. */
    private static String withoutColours(String line) {
        return line.replaceAll("\\e\\[[0-9;]*m", "");
    }

    private static Optional<String> firstLineOf(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var reader = process.inputReader()) {
                Optional<String> line = Optional.ofNullable(reader.readLine()).map(Doctor::withoutColours);
                process.waitFor(TOOL_SECONDS, TimeUnit.SECONDS);
                return line;
            } finally {
                process.destroy();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void deleteAll(Path path) {
        try {
            Folders.deleteAll(path);
        } catch (IOException _) {
            // Scratch that cannot be deleted is no finding of its own; the folder check says why.
        }
    }
}
