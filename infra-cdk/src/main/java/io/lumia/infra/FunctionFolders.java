package io.lumia.infra;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders of {@code functions/}: every one with a {@code function.json} becomes a function. */
public final class FunctionFolders {

    private static final String FILE = "function.json";

    private FunctionFolders() {}

    /** In the order of their names; read and checked as the functions themselves and the local program do it. */
    public static List<FunctionDefinition> read(Path functions) {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .start()) {
            return context.getBean(FunctionDefinitions.class).parseAll(texts(functions));
        }
    }

    private static SortedMap<String, String> texts(Path functions) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> folders = Files.list(functions)) {
            for (Path folder : folders.toList()) {
                if (Files.exists(folder.resolve(FILE))) {
                    texts.put(folder.getFileName().toString(), Files.readString(folder.resolve(FILE)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folders of " + functions, e);
        }
        if (texts.isEmpty()) {
            throw new AppException(ErrorCode.NOT_FOUND, "no folder of %s has a %s".formatted(functions, FILE));
        }
        return texts;
    }
}
