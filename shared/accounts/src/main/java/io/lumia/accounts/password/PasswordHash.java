package io.lumia.accounts.password;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hashed password in the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash} with salt and hash in base 64
 * without padding. It carries its own settings, so that they can change. Its text never shows.
 *
 * <p>Format: github.com/P-H-C/phc-string-format; version 19 is Argon2 1.3 (RFC 9106, 2021).
 */
public record PasswordHash(Argon2Settings settings, byte[] salt, byte[] hash) {

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    public static PasswordHash parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            throw new AppException(ErrorCode.INTERNAL, "a stored password hash is not Argon2id in PHC string format");
        }
        Argon2Settings settings = new Argon2Settings(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
        Base64.Decoder decoder = Base64.getDecoder();
        return new PasswordHash(settings, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5)));
    }

    /** As it is kept. */
    public String phc() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        settings.memoryKib(),
                        settings.iterations(),
                        settings.parallelism(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
