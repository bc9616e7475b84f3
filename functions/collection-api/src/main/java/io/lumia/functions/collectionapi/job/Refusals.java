package io.lumia.functions.collectionapi.job;

import io.lumia.collection.jobs.JobRules.Fault;
import io.lumia.kernel.AppException;
import io.lumia.web.http.ApiRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What is wrong with a job's document, each fault once and by its path. */
final class Refusals {

    /** Sections of which nothing is judged further once a part of them could not be read. */
    private static final Set<String> TAKEN_FOR_ANYTHING = Set.of("datasets", "assets");

    private final ApiRequest request;
    private final String prefix;
    private final Set<String> paths = new HashSet<>();

    /** @param prefix of all paths, such as {@code job.}; empty for a document that is the whole body */
    Refusals(ApiRequest request, String prefix) {
        this.request = request;
        this.prefix = prefix;
    }

    void refuse(String path, String message) {
        request.refuse(prefix + path, message);
        paths.add(path);
        paths.add(section(path));
    }

    void refuse(String path, Object value, String allowed) {
        refuse(path, AppException.invalid(path, value, allowed).getMessage());
    }

    /** What the supplier makes; the fallback where it refuses. */
    <T> T made(String path, T fallback, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (AppException e) {
            refuse(path, e.getMessage());
            return fallback;
        }
    }

    /** What the job's rules say, but for what follows from a fault that was named already. */
    void add(List<Fault> faults) {
        faults.stream().filter(fault -> !isKnown(fault.path())).forEach(fault -> refuse(fault.path(), fault.message()));
    }

    boolean isRefused(String pathOrSection) {
        return paths.contains(pathOrSection);
    }

    private boolean isKnown(String path) {
        String section = section(path);
        return paths.contains(path) || TAKEN_FOR_ANYTHING.contains(section) && paths.contains(section);
    }

    private static String section(String path) {
        return path.split("[.\\[]", 2)[0];
    }
}
