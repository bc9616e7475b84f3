package io.lumia.platform.database.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Against what another implementation makes of the same: botocore 1.43.11, {@code generate_db_auth_token} of an RDS client
 * with its clock at the same second. The keys are those of AWS' own documentation.
 */
final class DatabaseTokenTest {

    private static final String HOST = "lumia-dev-database.cluster-abc.eu-central-1.rds.amazonaws.com";
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T13:14:15Z"), ZoneOffset.UTC);

    @Test
    void isWhatBotocoreSignsToo() {
        String token = DatabaseToken.of(
                HOST, 5432, "lumia_write", "eu-central-1", AwsBasicCredentials.create(KEY, SECRET), CLOCK);

        assertThat(token).startsWith(HOST + ":5432/?").doesNotContain("https://", SECRET);
        assertThat(query(token))
                .containsExactlyInAnyOrder(
                        "Action=connect",
                        "DBUser=lumia_write",
                        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
                        "X-Amz-Credential=AKIDEXAMPLE%2F20261126%2Feu-central-1%2Frds-db%2Faws4_request",
                        "X-Amz-Date=20261126T131415Z",
                        "X-Amz-Expires=900",
                        "X-Amz-SignedHeaders=host",
                        "X-Amz-Signature=e1a48eac4dea28190ad6be24d637905010eb34a9a70ee096619e85dfc5a8256a");
    }

    @Test
    void signsTheSessionOfARoleToo() {
        String token = DatabaseToken.of(
                HOST,
                5432,
                "lumia_write",
                "eu-central-1",
                AwsSessionCredentials.create(KEY, SECRET, "TOKEN/with+signs=="),
                CLOCK);

        assertThat(query(token))
                .contains(
                        "X-Amz-Security-Token=TOKEN%2Fwith%2Bsigns%3D%3D",
                        "X-Amz-Signature=a12cd16b7479cb4797201acf5ed1194157fb8b4af0f7b7263574fc51df9f2825");
    }

    private static String[] query(String token) {
        return token.substring(token.indexOf('?') + 1).split("&", -1);
    }
}
