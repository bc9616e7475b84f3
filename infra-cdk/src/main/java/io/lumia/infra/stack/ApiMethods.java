package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings.ApiSettings;
import io.lumia.infra.stack.ApiRoutes.Open;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigateway.CfnAuthorizer;
import software.amazon.awscdk.services.apigateway.CfnMethod;
import software.amazon.awscdk.services.apigateway.CfnModel;
import software.amazon.awscdk.services.apigateway.CfnRequestValidator;
import software.amazon.awscdk.services.apigateway.CfnResource;
import software.amazon.awscdk.services.apigateway.CfnRestApi;
import software.constructs.Construct;

/** Paths and methods of the API, each handed to its function as it came. */
final class ApiMethods extends Construct {

    /** API Gateway waits no longer. */
    private static final int TIMEOUT_MILLISECONDS = 29_000;

    private final Names names;
    private final ApiSettings settings;
    private final CfnRestApi api;
    private final Map<String, String> resourceIds = new HashMap<>();
    private final CfnAuthorizer authoriser;
    private final CfnRequestValidator validator;
    private final CfnModel object;

    ApiMethods(Construct scope, String id, Names names, ApiSettings settings, CfnRestApi api, ApiRoutes routes) {
        super(scope, id);
        this.names = names;
        this.settings = settings;
        this.api = api;
        this.authoriser = authoriser();
        this.validator = CfnRequestValidator.Builder.create(this, "Validator")
                .restApiId(api.getRef())
                .name("parameters-and-body")
                .validateRequestParameters(true)
                .validateRequestBody(true)
                .build();
        this.object = CfnModel.Builder.create(this, "Object")
                .restApiId(api.getRef())
                .name("JsonObject")
                .contentType("application/json")
                .description("Any JSON object; its function knows the fields")
                .schema(Map.of("$schema", "http://json-schema.org/draft-04/schema#", "type", "object"))
                .build();
        routes.open().forEach(this::add);
    }

    /** Asked for every request and nothing remembered: it counts, and a key may be revoked at any time. */
    private CfnAuthorizer authoriser() {
        return CfnAuthorizer.Builder.create(this, "Authoriser")
                .restApiId(api.getRef())
                .name(Names.AUTHORISER)
                .type("REQUEST")
                .authorizerUri(invocation(Names.AUTHORISER))
                .authorizerResultTtlInSeconds(0)
                .build();
    }

    private void add(Open route) {
        boolean asked = route.authorised() && !route.isPreflight();
        CfnMethod.Builder method = CfnMethod.Builder.create(this, Names.id(route.method() + route.path()))
                .restApiId(api.getRef())
                .resourceId(resourceId(route.path()))
                .httpMethod(route.method())
                .apiKeyRequired(asked && settings.usageKeyRequired())
                .authorizationType(asked ? "CUSTOM" : "NONE")
                .requestValidatorId(validator.getRef())
                .requestParameters(parameters(route))
                .integration(CfnMethod.IntegrationProperty.builder()
                        .type("AWS_PROXY")
                        .integrationHttpMethod("POST")
                        .uri(invocation(route.function()))
                        .timeoutInMillis(TIMEOUT_MILLISECONDS)
                        .build());
        if (asked) {
            method.authorizerId(authoriser.getRef());
        }
        if (route.needsObject()) {
            method.requestModels(Map.of("application/json", object.getRef()));
        }
        explain(method.build(), route, asked);
    }

    private static void explain(CfnMethod method, Open route, boolean asked) {
        if (!asked) {
            Explained.finding(method, "APIG4", whyNotAsked(route));
        }
        Explained.finding(
                method, "COG4", "Lumia's own request authoriser says who calls; it also takes Cognito's tokens.");
    }

    private static String whyNotAsked(Open route) {
        return route.isPreflight()
                ? "A browser's preflight request cannot carry credentials."
                : "What the API says of itself is open to all, and its function lets nothing else through.";
    }

    private static Map<String, Object> parameters(Open route) {
        Map<String, Object> parameters = new TreeMap<>();
        route.parameters().forEach(name -> parameters.put("method.request.path." + name, true));
        return parameters;
    }

    /** Makes what lies above it too. */
    private String resourceId(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return api.getAttrRootResourceId();
        }
        String known = resourceIds.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        String made = CfnResource.Builder.create(this, "Path" + Names.id(path))
                .restApiId(api.getRef())
                .parentId(resourceId(path.substring(0, slash)))
                .pathPart(path.substring(slash + 1))
                .build()
                .getRef();
        resourceIds.put(path, made);
        return made;
    }

    private String invocation(String function) {
        return Names.join(
                "arn:",
                Aws.PARTITION,
                ":apigateway:",
                Aws.REGION,
                ":lambda:path/2015-03-31/functions/",
                names.functionArn(function),
                "/invocations");
    }
}
