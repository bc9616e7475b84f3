package io.lumia.platform.database.tls;

import io.lumia.kernel.AppException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's roots for RDS and Aurora in one region. The driver makes it, by its name in the database's URL:
 * {@code sslmode=verify-full&sslfactory=io.lumia.platform.database.tls.RdsRoots&sslfactoryarg=eu-central-1}. Three certificates
 * of one region and not some hundred of all, so that a start costs little and no other region's authority is believed.
 */
public final class RdsRoots extends TrustedRoots {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]{1,16}){1,2}-[0-9]");

    /** @param region as AWS names it, {@code eu-central-1}; null where the URL names none */
    public RdsRoots(@Nullable String region) {
        super("the RDS roots of region " + region, pem(Objects.requireNonNullElse(region, "")));
    }

    private static InputStream pem(String region) {
        InputStream found =
                REGION.matcher(region).matches() ? RdsRoots.class.getResourceAsStream("rds/" + region + ".pem") : null;
        if (found == null) {
            throw AppException.invalid(
                    "sslfactoryarg of the database's URL",
                    region,
                    "a region whose roots lie in io/lumia/platform/database/tls/rds, such as eu-central-1");
        }
        return found;
    }
}
