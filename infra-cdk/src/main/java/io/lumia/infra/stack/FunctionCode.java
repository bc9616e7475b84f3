package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a function's zip is. */
public sealed interface FunctionCode {

    /** The zip that is deployed, or a folder of which one is made. */
    Path zip(String function, FunctionRuntime runtime);

    /**
     * What the build made: {@code functions/<name>/target/function.zip}, with an executable {@code bootstrap} in it, or
     * {@code function-jvm.zip} with all jars in {@code lib}.
     */
    record Built(Path functions) implements FunctionCode {

        @Override
        public Path zip(String function, FunctionRuntime runtime) {
            Path zip = functions.resolve(function).resolve("target").resolve(name(runtime));
            if (!Files.isRegularFile(zip)) {
                throw new AppException(
                        ErrorCode.NOT_FOUND,
                        "function '%s' has no zip: %s is missing. Build it, or pass -c code=placeholder to look at the templates only"
                                .formatted(function, zip));
            }
            return zip;
        }

        private static String name(FunctionRuntime runtime) {
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
    }
}
