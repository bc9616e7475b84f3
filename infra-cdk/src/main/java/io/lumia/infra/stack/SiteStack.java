package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.SiteSettings;
import io.lumia.infra.settings.StageSettings.SiteSettings.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The web site: a private bucket behind CloudFront. A command uploads its files; the stack has none. */
final class SiteStack extends Stack {

    private static final String ROUTES = "/site-routes.js";

    private static final Duration STRICT_TRANSPORT = Duration.days(730);

    SiteStack(Construct scope, String id, StackProps props, Names names, SiteSettings settings, String apiOrigin) {
        super(scope, id, props);
        Bucket bucket = bucket();
        Distribution distribution = distribution(bucket, headers(names, apiOrigin), names, settings);
        explain(distribution, settings);
        CfnOutput.Builder.create(this, "BucketName")
                .value(bucket.getBucketName())
                .build();
        CfnOutput.Builder.create(this, "DistributionId")
                .value(distribution.getDistributionId())
                .build();
        CfnOutput.Builder.create(this, "Brand").value(settings.brand()).build();
        CfnOutput.Builder.create(this, "Url")
                .value(Names.join("https://", distribution.getDistributionDomainName()))
                .build();
    }

    private Bucket bucket() {
        Bucket bucket = Bucket.Builder.create(this, "Files")
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .versioned(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Explained.finding(bucket, "S1", "Only CloudFront reads it, and what it holds is public anyway.");
        return bucket;
    }

    private ResponseHeadersPolicy headers(Names names, String apiOrigin) {
        return ResponseHeadersPolicy.Builder.create(this, "Headers")
                .responseHeadersPolicyName(names.of("site"))
                .securityHeadersBehavior(ResponseSecurityHeadersBehavior.builder()
                        .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                                .contentSecurityPolicy(contentSecurityPolicy(apiOrigin))
                                .override(true)
                                .build())
                        .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                                .accessControlMaxAge(STRICT_TRANSPORT)
                                .includeSubdomains(true)
                                .override(true)
                                .build())
                        .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                                .override(true)
                                .build())
                        .frameOptions(ResponseHeadersFrameOptions.builder()
                                .frameOption(HeadersFrameOption.DENY)
                                .override(true)
                                .build())
                        .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                                .referrerPolicy(HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)
                                .override(true)
                                .build())
                        .build())
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(List.of(
                                header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
                                header("Cross-Origin-Opener-Policy", "same-origin"),
                                header("Cross-Origin-Resource-Policy", "same-origin")))
                        .build())
                .build();
    }

    /** Everything from the site itself; data from the API alone. */
    private static String contentSecurityPolicy(String apiOrigin) {
        return Names.join(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; ",
                "manifest-src 'self'; connect-src 'self' ",
                apiOrigin,
                "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests");
    }

    private static ResponseCustomHeader header(String name, String value) {
        return ResponseCustomHeader.builder()
                .header(name)
                .value(value)
                .override(true)
                .build();
    }

    private Distribution distribution(
            Bucket bucket, ResponseHeadersPolicy headers, Names names, SiteSettings settings) {
        Distribution.Builder builder = Distribution.Builder.create(this, "Distribution")
                .comment(names.of("site"))
                .defaultRootObject("index.html")
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .enableIpv6(true)
                .priceClass(PriceClass.PRICE_CLASS_100)
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(S3BucketOrigin.withOriginAccessControl(bucket))
                        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                        .responseHeadersPolicy(headers)
                        .functionAssociations(List.of(FunctionAssociation.builder()
                                .eventType(FunctionEventType.VIEWER_REQUEST)
                                .function(routes())
                                .build()))
                        .compress(true)
                        .build());
        return switch (settings.address()) {
            case Address.Given _ -> builder.build();
            case Address.Own own ->
                builder.domainNames(List.of(own.domain()))
                        .certificate(Certificate.fromCertificateArn(this, "Certificate", own.certificateArn()))
                        .build();
        };
    }

    private Function routes() {
        return Function.Builder.create(this, "Routes")
                .runtime(FunctionRuntime.JS_2_0)
                .comment("Shows pages that are no files")
                .code(FunctionCode.fromInline(text(ROUTES)))
                .build();
    }

    private static String text(String resource) {
        try (InputStream stream = SiteStack.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static void explain(Distribution distribution, SiteSettings settings) {
        Explained.finding(distribution, "CFR1", "The site is for readers anywhere.");
        Explained.finding(
                distribution, "CFR2", "Static files only; the firewall, where there is one, stands before the API.");
        Explained.finding(distribution, "CFR3", "Static files only; every request for data is in the API's log.");
        if (settings.address() instanceof Address.Given) {
            Explained.finding(
                    distribution,
                    "CFR4",
                    "CloudFront's own certificate takes no newer bound; a domain of one's own has TLS 1.2.");
        }
    }
}
