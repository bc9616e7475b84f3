package io.lumia.platform.database.token;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What RDS takes in place of a password: a signed request that is never sent (Amazon RDS User Guide, "IAM database
 * authentication"; Signature Version 4 in the query). Made on this machine, no service is asked. Good for 15 minutes, within
 * which a connection must begin; one that stands is not ended by it.
 */
final class DatabaseToken {

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final String SERVICE = "rds-db";
    private static final String SCHEME = "https://";

    private DatabaseToken() {}

    /** @param port of the database, which is part of what is signed */
    static String of(String host, int port, String user, String region, AwsCredentialsIdentity identity, Clock clock) {
        SdkHttpRequest request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(host)
                .port(port)
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("DBUser", user)
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, GOOD_FOR)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        return signed.getUri().toString().substring(SCHEME.length());
    }
}
