package io.lumia.sentiment.transformer;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Turns off what ONNX Runtime sends to its makers.
 *
 * <p>Since 1.29 its official Linux and macOS builds contain a telemetry client, on by default (pull request 27379 of
 * microsoft/onnxruntime): it opens a cache below the home folder and a connection, and on some machines it recurses
 * without end and takes the JVM with it. It heeds only the environment variable {@code ORT_DISABLE_TELEMETRY}, read when
 * the library starts. A process cannot set that for itself in Java, but the C library can. Elsewhere, as on Windows, the
 * runtime has no such client.
 */
final class NativeTelemetry {

    private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private NativeTelemetry() {}

    /** Must run before the native library is loaded. */
    static void disable() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isPresent()) {
            set(linker.downcallHandle(
                    setenv.get(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)));
        }
    }

    private static void set(MethodHandle setenv) {
        try (Arena arena = Arena.ofConfined()) {
            int refused = (int) setenv.invokeExact(arena.allocateFrom(VARIABLE), arena.allocateFrom("1"), 1);
            if (refused != 0) {
                throw new AppException(ErrorCode.INTERNAL, "the C library refused to set " + VARIABLE);
            }
        } catch (AppException e) {
            throw e;
        } catch (Throwable e) {
            throw new AppException(ErrorCode.INTERNAL, "cannot set %s: %s".formatted(VARIABLE, e), e);
        }
    }
}
