package io.lumia.platform.object;

import io.lumia.kernel.AppException;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** Chooses the {@link ObjectStore} by the property {@code lumia.objects.location}: {@code file:/folder} or {@code s3://bucket/prefix}. */
@Factory
@Requires(classes = S3Client.class)
final class ObjectStoreFactory {

    static final String LOCATION = "lumia.objects.location";

    private static final Pattern S3 = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");
    private static final String FILE = "file:";

    @Singleton
    @Requires(property = LOCATION)
    ObjectStore objectStore(@Value("${" + LOCATION + "}") String location, BeanProvider<S3Client> s3) {
        Matcher bucket = S3.matcher(location);
        if (bucket.matches()) {
            return new S3ObjectStore(s3.get(), bucket.group(1), prefix(bucket.group(2)));
        }
        return new FileObjectStore(folder(location));
    }

    private static String prefix(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return "";
        }
        String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return ObjectKeys.checked(folder) + "/";
    }

    private static Path folder(String location) {
        if (!location.startsWith(FILE + "/")) {
            throw AppException.invalid(LOCATION, location, "file:/folder or s3://bucket/prefix");
        }
        try {
            return Path.of(new URI(location));
        } catch (URISyntaxException _) {
            // Typed by hand with blanks in it, not made by Path.toUri().
            return Path.of(location.substring(FILE.length()));
        }
    }
}
