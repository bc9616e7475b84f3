package io.lumia.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.TestBundle;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.market.provider.bundle.BundleProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said with what mends it, each fault by itself. */
final class DoctorIT {

    private static final Function<List<String>, Optional<String>> NEW_TOOLS =
            command -> Optional.of(command.getFirst().equals("node") ? "v22.4.0" : "Apache Maven 3.9.9");

    @TempDir
    private Path temporary;

    private Path bundle;
    private Path site;
    private int freePort;

    @BeforeEach
    void prepare() throws IOException {
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        bundle = TestBundle.in(temporary.resolve("bundle"), 1).folder();
        site = Files.createDirectories(temporary.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<!doctype html>");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            freePort = socket.getLocalPort();
        }
    }

    @Test
    void findsNothingWhereAllIsThere() {
        List<Check> checks =
                doctor(temporary.resolve("data"), freePort, NEW_TOOLS).examine();

        assertThat(checks)
                .filteredOn(check -> check.state() == Check.State.BROKEN)
                .isEmpty();
        assertThat(checks)
                .filteredOn(check -> check.state() == Check.State.OK)
                .extracting(Check::name)
                .contains(
                        "java",
                        "maven",
                        "node",
                        "site",
                        "data folder",
                        "disk space",
                        "lock",
                        "port",
                        "database",
                        "bundle");
        assertThat(checks).filteredOn(check -> check.state() == Check.State.OK).allMatch(check -> check.remedy()
                .isEmpty());
        assertThat(checks).filteredOn(check -> check.state() != Check.State.OK).noneMatch(check -> check.remedy()
                .isEmpty());
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path data = temporary.resolve("data");

        doctor(data, freePort, NEW_TOOLS).examine();

        try (var left = Files.list(data)) {
            assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("doctor"));
        }
    }

    @Test
    void namesAToolThatIsMissingOrTooOld() {
        List<Check> missing = doctor(temporary.resolve("data"), freePort, _ -> Optional.empty())
                .examine();
        List<Check> old = doctor(temporary.resolve("data"), freePort, _ -> Optional.of("v20.18.3"))
                .examine();

        assertThat(of(missing, "maven").remedy()).contains("apt-get install maven");
        assertThat(of(missing, "node").state()).isEqualTo(Check.State.WARNING);
        assertThat(of(missing, "node").remedy()).contains("node 20.19", "apt-get install nodejs");
        assertThat(of(old, "node").detail()).startsWith("v20.18.3 is too old");
    }

    @Test
    void namesTheCommandThatBuildsTheSite() throws IOException {
        Files.delete(site.resolve("index.html"));

        Check check = of(doctor(temporary.resolve("data"), freePort, NEW_TOOLS).examine(), "site");

        assertThat(check.state()).isEqualTo(Check.State.WARNING);
        assertThat(check.remedy()).isEqualTo("mvn -pl static-site package");
    }

    @Test
    void namesAnotherPortWhereSomebodyHasThisOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Check check = of(
                    doctor(temporary.resolve("data"), taken.getLocalPort(), NEW_TOOLS)
                            .examine(),
                    "port");

            assertThat(check.state()).isEqualTo(Check.State.WARNING);
            assertThat(check.remedy()).isEqualTo("local/lumia up --port " + (taken.getLocalPort() + 1));
        }
    }

    @Test
    void saysWhoUsesTheFolder() {
        DataFolder folder = new DataFolder(temporary.resolve("data")).create();
        try (FolderLock _ = FolderLock.take(folder)) {
            Check check = of(doctor(folder.root(), freePort, NEW_TOOLS).examine(), "lock");

            assertThat(check.state()).isEqualTo(Check.State.WARNING);
            assertThat(check.detail()).contains("uses the data folder");
        }
    }

    @Test
    void isBrokenWhereTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");

        List<Check> checks = doctor(file, freePort, NEW_TOOLS).examine();

        assertThat(of(checks, "data folder").state()).isEqualTo(Check.State.BROKEN);
        assertThat(of(checks, "data folder").remedy()).contains("chown -R", "LUMIA_DATA", file.toString());
        assertThat(of(checks, "database").state()).isEqualTo(Check.State.BROKEN);
    }

    @Test
    void isBrokenWhereTheBundleCannotBeRead() throws IOException {
        Files.writeString(bundle.resolve("bundle.json"), "{");

        Check check = of(doctor(temporary.resolve("data"), freePort, NEW_TOOLS).examine(), "bundle");

        assertThat(check.state()).isEqualTo(Check.State.BROKEN);
        assertThat(check.remedy()).isEqualTo("local/lumia bundle check " + bundle);
    }

    private Doctor doctor(Path data, int port, Function<List<String>, Optional<String>> tools) {
        return new Doctor(
                new DataFolder(data),
                port,
                bundle,
                site,
                folder -> {
                    try (BundleProvider provider = new BundleProvider()) {
                        return provider.catalog(folder.toString());
                    }
                },
                tools);
    }

    private static Check of(List<Check> checks, String name) {
        return checks.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
