package io.lumia.accounts;

import io.lumia.kernel.AppException;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in our normal form, by which accounts are found: surrounding blanks dropped, Unicode NFC, all in lower case,
 * an international domain in its ASCII form. Upper and lower case are one, since no mail service in use tells them apart;
 * dots and {@code +tags} before the @ stay, since what they mean is the service's own affair. Its text never shows.
 *
 * <p>Allowed: {@code local@domain} as RFC 5321 (2008) has them without quotes, comments and address literals, the local part also
 * with letters of other scripts (RFC 6531, 2012); 64 and 254 characters at most.
 */
public record EmailAddress(String value) {

    static final int MOST_CHARACTERS = 254;
    static final int MOST_LOCAL_CHARACTERS = 64;

    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        if (normal(value).filter(value::equals).isEmpty()) {
            throw refused(value);
        }
    }

    /** Reads an address as typed. */
    public static EmailAddress parse(String typed) {
        return new EmailAddress(normal(typed).orElseThrow(() -> refused(typed)));
    }

    /** Empty where it is no address. */
    private static Optional<String> normal(String typed) {
        String text = typed.length() > 2 * MOST_CHARACTERS ? "" : typed.strip();
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = nfc(nfc(text.substring(0, at)).toLowerCase(Locale.ROOT));
        String domain = ascii(text.substring(at + 1));
        boolean allowed = local.length() <= MOST_LOCAL_CHARACTERS
                && local.length() + 1 + domain.length() <= MOST_CHARACTERS
                && LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches();
        return allowed ? Optional.of(local + "@" + domain) : Optional.empty();
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Empty where the domain has no ASCII form. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** The value is not shown: messages end in logs. */
    private static AppException refused(String value) {
        return AppException.invalid(
                "email",
                "(hidden, %d characters)".formatted(value.length()),
                "an address such as name@example.org, at most %d characters".formatted(MOST_CHARACTERS));
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
