package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.infra.stack.Templates.Resource;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger.Http;
import io.lumia.platform.lambda.Trigger.Route;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METHOD = "AWS::ApiGateway::Method";

    private final Templates dev = Templates.ofRepository("dev");
    private final Templates lean = Templates.ofSamples("lean");
    private final Templates full = Templates.ofSamples("full");

    @Test
    void everyRouteOfAFileIsAMethod() {
        assertThat(methods(dev)).isEqualTo(routes(dev));
        assertThat(methods(lean)).isEqualTo(routes(lean));
    }

    @Test
    void theAuthoriserIsAskedForEveryRequestButAPreflight() {
        for (Resource method : lean.ofType(METHOD)) {
            boolean preflight = method.property("/HttpMethod").asText().equals("OPTIONS");

            assertThat(method.property("/AuthorizationType").asText()).isEqualTo(preflight ? "NONE" : "CUSTOM");
            assertThat(method.property("/AuthorizerId").isMissingNode()).isEqualTo(preflight);
        }
        Resource authoriser = lean.ofType("AWS::ApiGateway::Authorizer").getFirst();
        assertThat(authoriser.property("/Type").asText()).isEqualTo("REQUEST");
        assertThat(authoriser.property("/AuthorizerResultTtlInSeconds").asInt(-1))
                .isZero();
        assertThat(authoriser.property("/AuthorizerUri").toString()).contains("lumia-lean-authorize");
    }

    @Test
    void onlyTheApiMayCallItsFunctions() {
        List<Resource> permissions = lean.ofType("AWS::Lambda::Permission");

        assertThat(permissions).hasSize(4).allSatisfy(permission -> {
            assertThat(permission.property("/Principal").asText()).isEqualTo("apigateway.amazonaws.com");
            assertThat(permission.property("/SourceArn").toString()).contains("execute-api");
        });
    }

    @Test
    void parametersAndBodiesAreValidatedBeforeAFunctionIsAsked() {
        Resource create = method(lean, "POST", "/api/v1/collection/jobs");
        Resource run = method(lean, "POST", "/api/v1/collection/jobs/{name}/run");

        assertThat(create.property("/RequestModels/application~1json")).isNotEmpty();
        assertThat(run.property("/RequestModels").isMissingNode()).isTrue();
        assertThat(run.property("/RequestParameters/method.request.path.name").asBoolean())
                .isTrue();
        assertThat(lean.ofType(METHOD)).allSatisfy(method -> assertThat(method.property("/RequestValidatorId"))
                .isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS_DENIED, 403, FORBIDDEN",
        "UNAUTHORIZED, 401, UNAUTHENTICATED",
        "MISSING_AUTHENTICATION_TOKEN, 404, NOT_FOUND",
        "REQUEST_TOO_LARGE, 413, INVALID_INPUT",
        "THROTTLED, 429, LIMIT_REACHED",
        "QUOTA_EXCEEDED, 429, LIMIT_REACHED",
        "INTEGRATION_TIMEOUT, 504, TRANSPORT_UNAVAILABLE",
        "DEFAULT_4XX, , INVALID_INPUT",
        "DEFAULT_5XX, , INTERNAL"
    })
    void theGatewayItselfFailsInTheShapeOfTheApi(String type, String status, String code) throws IOException {
        Resource answer = lean.only("AWS::ApiGateway::GatewayResponse", "/ResponseType", type);

        JsonNode body = JSON.readTree(
                answer.property("/ResponseTemplates/application~1json").asText());
        assertThat(answer.property("/StatusCode").asText()).isEqualTo(status == null ? "" : status);
        assertThat(body.path("success").asBoolean(true)).isFalse();
        assertThat(body.at("/error/code").asText()).isEqualTo(code);
        assertThat(body.at("/error/message").asText()).isNotBlank();
        assertThat(body.at("/error/details/fields").isArray()).isTrue();
        assertThat(body.at("/error/request_id").asText()).isEqualTo("$context.requestId");
    }

    @Test
    void whatMaySucceedLaterSaysWhen() {
        for (String type : List.of("THROTTLED", "QUOTA_EXCEEDED", "INTEGRATION_TIMEOUT")) {
            assertThat(lean.only("AWS::ApiGateway::GatewayResponse", "/ResponseType", type)
                            .property("/ResponseParameters/gatewayresponse.header.Retry-After")
                            .asText())
                    .isEqualTo("'1'");
        }
    }

    @Test
    void whoIsNotKnownIsToldHowToShowCredentials() {
        assertThat(lean.only("AWS::ApiGateway::GatewayResponse", "/ResponseType", "UNAUTHORIZED")
                        .property("/ResponseParameters/gatewayresponse.header.WWW-Authenticate")
                        .asText())
                .isEqualTo("'Bearer realm=\"lumia\"'");
    }

    @Test
    void theStageIsThrottledAndLogsRequestsWithoutCredentials() {
        Resource stage = lean.ofType("AWS::ApiGateway::Stage").getFirst();

        String format = stage.property("/AccessLogSetting/Format").asText();
        assertThat(stage.property("/MethodSettings/0/ThrottlingRateLimit").asInt())
                .isEqualTo(100);
        assertThat(stage.property("/MethodSettings/0/DataTraceEnabled").asBoolean(true))
                .isFalse();
        assertThat(format).contains("requestId", "status").doesNotContainIgnoringCase("authori", "apiKey", "query");
    }

    @Test
    void theAccountsSettingOutlivesTheStageThatMadeIt() {
        assertThat(lean.ofType("AWS::ApiGateway::Account")).singleElement().satisfies(account -> assertThat(
                        account.node().path("DeletionPolicy").asText())
                .isEqualTo("Retain"));
    }

    @Test
    void plansAndKeysAreThereWhereTheStageNamesThem() {
        assertThat(lean.ofType("AWS::ApiGateway::UsagePlan")).isEmpty();
        assertThat(full.only("AWS::ApiGateway::UsagePlan", "/UsagePlanName", "lumia-full-premium")
                        .property("/Quota/Limit")
                        .asInt())
                .isEqualTo(2_000_000);
        assertThat(full.ofType("AWS::ApiGateway::UsagePlanKey")).hasSize(2);
        assertThat(method(full, "POST", "/api/v1/collection/jobs")
                        .property("/ApiKeyRequired")
                        .asBoolean())
                .isTrue();
        assertThat(method(lean, "POST", "/api/v1/collection/jobs")
                        .property("/ApiKeyRequired")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theFirewallIsThereWhereTheStageNamesItsBound() {
        assertThat(lean.ofType("AWS::WAFv2::WebACL")).isEmpty();
        assertThat(full.ofType("AWS::WAFv2::WebACLAssociation")).hasSize(1);
        assertThat(full.ofType("AWS::WAFv2::WebACL").getFirst().property("/Rules"))
                .hasSize(3);
    }

    @Test
    void theSiteAnswersOverTlsWithItsHeaders() {
        String headers = lean.ofType("AWS::CloudFront::ResponseHeadersPolicy")
                .getFirst()
                .properties()
                .toString();

        assertThat(headers)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("execute-api")
                .contains("\"AccessControlMaxAgeSec\":63072000")
                .contains("Permissions-Policy")
                .doesNotContain("unsafe-inline");
        assertThat(lean.ofType("AWS::CloudFront::Distribution")
                        .getFirst()
                        .property("/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy")
                        .asText())
                .isEqualTo("redirect-to-https");
        assertThat(lean.ofType("AWS::CloudFront::OriginAccessControl")).hasSize(1);
        assertThat(full.ofType("AWS::CloudFront::Distribution")
                        .getFirst()
                        .property("/DistributionConfig/Aliases/0")
                        .asText())
                .isEqualTo("lumia.example.com");
    }

    private static Set<String> routes(Templates templates) {
        return templates.functions().stream()
                .map(FunctionDefinition::trigger)
                .filter(Http.class::isInstance)
                .flatMap(trigger -> ((Http) trigger).routes().stream())
                .map(ApiTest::title)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String title(Route route) {
        return route.method() + " " + route.path();
    }

    private static Set<String> methods(Templates templates) {
        return templates.ofType(METHOD).stream()
                .map(method -> method.property("/HttpMethod").asText() + " " + path(templates, method))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Resource method(Templates templates, String method, String path) {
        return templates
                .ofType(
                        METHOD,
                        one -> one.property("/HttpMethod").asText().equals(method)
                                && path(templates, one).equals(path))
                .getFirst();
    }

    /** Follows the resources up to the root. */
    private static String path(Templates templates, Resource method) {
        StringBuilder path = new StringBuilder();
        JsonNode id = method.property("/ResourceId/Ref");
        while (!id.isMissingNode()) {
            JsonNode at = templates
                    .byStack()
                    .get("api")
                    .path("Resources")
                    .path(id.asText())
                    .path("Properties");
            path.insert(0, "/" + at.path("PathPart").asText());
            id = at.at("/ParentId/Ref");
        }
        return path.toString();
    }
}
