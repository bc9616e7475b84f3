package io.lumia.platform.secret;

import io.lumia.kernel.AppException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a secret in AWS Secrets Manager, such as
 * {@code arn:aws:secretsmanager:us-east-1:123456789012:secret:lumia/dev/accounts-peppers-a1b2c3}.
 *
 * @param region where it lies
 */
public record SecretArn(String text, String region) {

    private static final Pattern FORM = Pattern.compile(
            "arn:aws[a-z-]{0,16}:secretsmanager:([a-z0-9-]{1,32}):[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}");

    /** @param field what is to be named if it is none */
    public static SecretArn parse(String field, String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw AppException.invalid(
                    field, "(hidden)", "the ARN of a secret in Secrets Manager, arn:aws:secretsmanager:…");
        }
        return new SecretArn(text, matcher.group(1));
    }

    @Override
    public String toString() {
        return text;
    }
}
