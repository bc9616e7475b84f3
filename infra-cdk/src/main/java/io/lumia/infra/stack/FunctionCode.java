package io.lumia.infra.stack;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a function's zip is. */
public sealed interface FunctionCode {

    /** The zip that is deployed. */
    Path zip(String function);

    /** What the build made: {@code functions/<name>/target/function.zip}. */
    record Built(Path functions) implements FunctionCode {

        @Override
        public Path zip(String function) {
            Path zip = functions.resolve(function).resolve("target").resolve("function.zip");
            if (!Files.isRegularFile(zip)) {
                throw new AppException(
                        ErrorCode.NOT_FOUND,
                        "function '%s' has no zip: %s is missing. Build it, or pass -c code=placeholder to look at the templates only"
                                .formatted(function, zip));
            }
            return zip;
        }
    }

    /** One zip for all that answers nothing: for tests and for looking at templates without a build. */
    record Placeholder(Path zip) implements FunctionCode {

        @Override
        public Path zip(String function) {
            return zip;
        }
    }
}
