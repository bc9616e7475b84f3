package io.lumia.accounts.token;

import io.lumia.kernel.AppException;
import java.net.URI;

/**
 * How our tokens are named.
 *
 * @param issuer   the address of this installation, claim {@code iss}
 * @param audience whom our tokens are for, claim {@code aud}
 */
public record OwnIssuer(String issuer, String audience) {

    private static final int MOST_CHARACTERS = 200;

    public OwnIssuer {
        check("lumia.accounts.issuer", issuer);
        check("lumia.accounts.audience", audience);
        if (!URI.create(issuer).isAbsolute()) {
            throw AppException.invalid("lumia.accounts.issuer", issuer, "an address such as https://lumia.example.org");
        }
    }

    private static void check(String field, String value) {
        if (value.isBlank() || value.length() > MOST_CHARACTERS || !value.equals(value.strip())) {
            throw AppException.invalid(
                    field, value, "1 to %d characters without blanks around".formatted(MOST_CHARACTERS));
        }
    }
}
