package io.lumia.accounts.pepper;

import io.lumia.kernel.AppException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@link Peppers} that were handed in, such as by a setting; the highest version is the current one. */
public record GivenPeppers(List<Pepper> all) implements Peppers {

    public GivenPeppers {
        all = all.stream()
                .sorted(Comparator.comparingInt(Pepper::version).reversed())
                .toList();
        long versions = all.stream().mapToInt(Pepper::version).distinct().count();
        if (all.isEmpty() || all.size() > MAX_VERSIONS || versions < all.size()) {
            throw AppException.invalid(
                    "peppers", all.size() + " of " + versions + " versions", "1 to 4, each of a version of its own");
        }
    }

    /** Reads {@code 1:BASE64,2:BASE64}. */
    public static GivenPeppers parse(String text) {
        return new GivenPeppers(Stream.of(text.split(",", -1))
                .map(part -> Pepper.parse(part.strip()))
                .toList());
    }

    @Override
    public Pepper current() {
        return all.getFirst();
    }
}
