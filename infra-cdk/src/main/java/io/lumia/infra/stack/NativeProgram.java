package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What the program in a function's zip was built for, by the first bytes of its ELF header: {@code e_ident} and, at byte 18,
 * {@code e_machine} (System V ABI, chapter 4; numbers by the supplements for AMD64 and AArch64). A program of another kind
 * would be deployed without complaint and fail at its first start.
 */
sealed interface NativeProgram {

    /** The name that Lambda's bare runtime starts. */
    String NAME = "bootstrap";

    boolean runsOn(Architecture architecture);

    /** A program for Linux; its text is the processor as a stage's settings call it. */
    record Linux(int machine) implements NativeProgram {

        static final int X86_64 = 62;
        static final int AARCH64 = 183;

        @Override
        public boolean runsOn(Architecture architecture) {
            return machine
                    == switch (architecture) {
                        case ARM64 -> AARCH64;
                        case X86_64 -> X86_64;
                    };
        }

        @Override
        public String toString() {
            return switch (machine) {
                case AARCH64 -> "arm64";
                case X86_64 -> "x86_64";
                default -> "for ELF machine " + machine;
            };
        }
    }

    /** Anything else, in words. */
    record Other(String what) implements NativeProgram {

        @Override
        public boolean runsOn(Architecture architecture) {
            return false;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static NativeProgram in(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            @Nullable ZipEntry entry = file.getEntry(NAME);
            if (entry == null) {
                return new Other("missing");
            }
            try (InputStream content = file.getInputStream(entry)) {
                return of(content.readNBytes(Header.BYTES));
            }
        } catch (ZipException e) {
            return new Other("not to be read, since the zip is none");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + zip, e);
        }
    }

    private static NativeProgram of(byte[] start) {
        ByteBuffer header = ByteBuffer.wrap(start);
        if (start.length < Header.BYTES || header.getInt(0) != Header.MAGIC) {
            return new Other("no program for Linux");
        }
        if (header.get(Header.CLASS_AT) != Header.BITS_64 || header.get(Header.DATA_AT) != Header.LITTLE_ENDIAN) {
            return new Other("a program of 32 bits or of the other byte order");
        }
        return new Linux(
                Short.toUnsignedInt(header.order(ByteOrder.LITTLE_ENDIAN).getShort(Header.MACHINE_AT)));
    }

    /** Where things are in an ELF header, and what they must be. */
    final class Header {

        static final int BYTES = 20;
        static final int MAGIC = 0x7f454c46;
        static final int CLASS_AT = 4;
        static final byte BITS_64 = 2;
        static final int DATA_AT = 5;
        static final byte LITTLE_ENDIAN = 1;
        static final int MACHINE_AT = 18;

        private Header() {}
    }
}
