package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a text file that a person named; what is wrong with it is said in their terms. */
final class TextFile {

    private TextFile() {}

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            throw AppException.invalid("FILE", file, "a file that exists");
        } catch (CharacterCodingException _) {
            throw AppException.invalid("FILE", file, "a text file in UTF-8");
        } catch (IOException e) {
            throw AppException.invalid("FILE", file, "a file that can be read (%s)".formatted(e.getMessage()));
        }
    }
}
