package io.lumia.platform.database.token;

import io.lumia.kernel.AppException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections that each sign in by a token of their own; pooling is somebody else's. */
final class TokenDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    /** Those under which the token never crosses the network in the clear. */
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

    private final transient TokenSigner signer;

    /** Makes the token for a connection. */
    @FunctionalInterface
    interface TokenSigner {

        String token(String host, int port, String user);
    }

    /** @param url as of any PostgreSQL; its {@code sslmode} must be one that encrypts */
    TokenDataSource(String url, TokenSigner signer) {
        this.signer = signer;
        setURL(url);
        String mode = Objects.requireNonNullElse(getSslMode(), "prefer");
        if (!ENCRYPTED.contains(mode)) {
            throw AppException.invalid(
                    "sslmode of the database's URL, with lumia.database.authentication=iam",
                    mode,
                    String.join(", ", ENCRYPTED.stream().sorted().toList()));
        }
    }

    /** The password is what a pool believes it has; it is not used. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        if (user == null) {
            throw AppException.invalid("datasources.default.username", "missing", "the user that the token is for");
        }
        return super.getConnection(user, signer.token(getServerNames()[0], getPortNumbers()[0], user));
    }
}
