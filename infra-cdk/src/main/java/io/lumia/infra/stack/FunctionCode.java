package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.Architecture;
import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.infra.settings.StageSettings.FunctionsSettings;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a function's zip is. */
public sealed interface FunctionCode {

    /** The zip that is deployed, or a folder of which one is made. */
    Path zip(String function, FunctionRuntime runtime);

    /** Fails naming every function whose zip is not there or cannot run on the stage. */
    void check(List<String> functions, StageSettings settings);

    /**
     * What the build made: {@code functions/<name>/target/function.zip}, with an executable {@code bootstrap} in it, or
     * {@code function-jvm.zip} with all jars in {@code lib}.
     */
    record Built(Path functions) implements FunctionCode {

        static final String BUILD_ALL = "mvn -Pnative,jvm -DskipTests package";
        private static final String BUILD_ONE = "mvn -P%s -DskipTests -pl functions/%s -am package";

        @Override
        public Path zip(String function, FunctionRuntime runtime) {
            return functions.resolve(function).resolve("target").resolve(fileName(runtime));
        }

        @Override
        public void check(List<String> names, StageSettings settings) {
            List<String> faults = new ArrayList<>();
            names.forEach(name -> fault(name, settings.functions()).ifPresent(faults::add));
            if (!faults.isEmpty()) {
                throw new AppException(ErrorCode.NOT_FOUND, """
                        %d of %d functions have no zip that stage '%s' can run:
                          %s
                        All at once are built by: %s   (a GraalVM 25 of that processor; docs/shipping.md has a container). \
                        Or change functions.architecture or functions.runtime in infra-cdk/stages/%s.json. \
                        -c code=placeholder looks at the templates only\
                        """.formatted(
                                faults.size(),
                                names.size(),
                                settings.stage(),
                                String.join("\n  ", faults),
                                BUILD_ALL,
                                settings.stage()));
            }
        }

        private Optional<String> fault(String function, FunctionsSettings settings) {
            FunctionRuntime runtime = settings.of(function).runtime();
            Path zip = zip(function, runtime);
            if (!Files.isRegularFile(zip)) {
                return Optional.of("function '%s': %s is missing; build it by: %s"
                        .formatted(function, zip, buildOf(function, runtime)));
            }
            return switch (runtime) {
                case JVM -> Optional.empty();
                case NATIVE -> faultOfProgram(function, zip, settings.architecture());
            };
        }

        private static Optional<String> faultOfProgram(String function, Path zip, Architecture wanted) {
            NativeProgram program = NativeProgram.in(zip);
            return program.runsOn(wanted)
                    ? Optional.empty()
                    : Optional.of(
                            "function '%s': bootstrap in %s is %s, wanted is %s; on a machine of that kind build it by: %s"
                                    .formatted(
                                            function,
                                            zip,
                                            program,
                                            wanted.name().toLowerCase(Locale.ROOT),
                                            buildOf(function, FunctionRuntime.NATIVE)));
        }

        private static String buildOf(String function, FunctionRuntime runtime) {
            return BUILD_ONE.formatted(runtime.name().toLowerCase(Locale.ROOT), function);
        }

        private static String fileName(FunctionRuntime runtime) {
            return switch (runtime) {
                case NATIVE -> "function.zip";
                case JVM -> "function-jvm.zip";
            };
        }
    }

    /** One for all that answers nothing: for tests and for looking at templates without a build. */
    record Placeholder(Path zip) implements FunctionCode {

        @Override
        public Path zip(String function, FunctionRuntime runtime) {
            return zip;
        }

        @Override
        public void check(List<String> functions, StageSettings settings) {}
    }
}
