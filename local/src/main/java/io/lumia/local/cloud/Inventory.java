package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.w3c.dom.NodeList;

/**
 * What the templates ask for beside what list calls show. Emulators report resources as made that they only pretend to make:
 * those that an API can make are made, and looked for once more; without the others there is no use in going on.
 */
public final class Inventory {

    private static final String GATEWAY = "apigateway";
    private static final String LAMBDA = "lambda";
    private static final String SECRETS = "secretsmanager";
    private static final String BUDGETS = "budgets";
    private static final String MONITORING = "monitoring";
    private static final int MOST_LISTED = 500;
    private static final int MOST_FIREWALLS = 100;

    private final EmulatorCalls calls;
    private final EmulatedResources resources;
    private final Path templates;
    private final String prefix;
    private final Map<String, String> pseudo;

    /** @param prefix of names, such as {@code lumia-emulator-} */
    Inventory(EmulatorCalls calls, EmulatedResources resources, Path templates, String prefix) {
        this.calls = calls;
        this.resources = resources;
        this.templates = templates;
        this.prefix = prefix;
        this.pseudo = resources.pseudo();
    }

    /**
     * One kind of thing.
     *
     * @param wanted  by the templates
     * @param made    through the API, since the deployment had left them out
     * @param missing names that no list call shows after all; of a kind that the day does without
     * @param trouble what the emulator said, empty where it had no objection
     */
    public record Line(String what, int wanted, int made, List<String> missing, String trouble) {

        public Line {
            missing = List.copyOf(missing);
        }
    }

    List<Line> complete() {
        String stage = prefix.substring(0, prefix.length() - 1);
        String api = DeployedApi.idOf(calls, prefix + "api").orElse("");
        List<Line> lines = new ArrayList<>();
        lines.add(needed("queues", names("AWS::SQS::Queue", "QueueName"), () -> new TreeSet<>(resources.queueNames())));
        lines.add(needed("functions", names("AWS::Lambda::Function", "FunctionName"), this::functions));
        lines.add(needed("rules", names("AWS::Events::Rule", "Name"), () -> rules(stage)));
        lines.add(needed("routes", routes(), this::deployedRoutes));
        lines.add(schedules());
        lines.add(makable("secrets", names("AWS::SecretsManager::Secret", "Name"), this::secrets, this::makeSecret));
        lines.add(makable(
                "gateway responses",
                names("AWS::ApiGateway::GatewayResponse", "ResponseType"),
                () -> gatewayResponses(api),
                type -> makeResponse(api, type)));
        lines.add(makable(
                "request validators",
                names("AWS::ApiGateway::RequestValidator", "Name"),
                () -> listed("/restapis/%s/requestvalidators".formatted(api), "name"),
                name -> makeValidator(api, name)));
        lines.add(makable(
                "usage plans",
                names("AWS::ApiGateway::UsagePlan", "UsagePlanName"),
                () -> listed("/usageplans?limit=" + MOST_LISTED, "name"),
                name -> makePlan(api, name)));
        lines.add(makable(
                "API keys",
                names("AWS::ApiGateway::ApiKey", "Name"),
                () -> listed("/apikeys?limit=" + MOST_LISTED, "name"),
                this::makeKey));
        lines.add(makable("budgets", budgetNames(), this::budgets, this::makeBudget));
        lines.add(listedOnly("API stages", names("AWS::ApiGateway::Stage", "StageName"), () -> stages(api)));
        lines.add(listedOnly(
                "authorisers",
                names("AWS::ApiGateway::Authorizer", "Name"),
                () -> listed("/restapis/%s/authorizers".formatted(api), "name")));
        lines.add(listedOnly("alarms", names("AWS::CloudWatch::Alarm", "AlarmName"), this::alarms));
        lines.add(makable(
                "dashboards",
                names("AWS::CloudWatch::Dashboard", "DashboardName"),
                this::dashboards,
                this::makeDashboard));
        lines.add(listedOnly("firewalls", names("AWS::WAFv2::WebACL", "Name"), this::firewalls));
        lines.add(listedOnly("distributions", distributionComments(), this::distributions));
        return lines;
    }

    /** ARNs by the secret's name in function.json, such as {@code accounts-peppers}. */
    Map<String, String> secretArns() {
        Map<String, String> arns = new HashMap<>();
        for (JsonNode secret : listedSecrets()) {
            String name = secret.path("Name").asText();
            arns.put(
                    name.substring(name.lastIndexOf('/') + 1),
                    secret.path("ARN").asText());
        }
        return arns;
    }

    private static Line needed(String what, Set<String> wanted, Supplier<Set<String>> list) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(list.get());
        if (!missing.isEmpty()) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "%s are missing though the deployment succeeded: %s".formatted(what, missing));
        }
        return new Line(what, wanted.size(), 0, List.of(), "");
    }

    private Line schedules() {
        Path template = templates.resolve(prefix + "application.template.json");
        int wanted = names("AWS::Scheduler::Schedule", "Name").size();
        return new Line("schedules", wanted, resources.addMissingSchedules(template), List.of(), "");
    }

    private static Line makable(String what, Set<String> wanted, Supplier<Set<String>> list, Consumer<String> make) {
        Set<String> missing = new TreeSet<>(wanted);
        int made = 0;
        try {
            missing.removeAll(list.get());
            List<String> toMake = List.copyOf(missing);
            toMake.forEach(make);
            made = toMake.size();
            missing.removeAll(list.get());
        } catch (AppException e) {
            return new Line(what, wanted.size(), made, List.copyOf(missing), e.getMessage());
        }
        return new Line(what, wanted.size(), made, List.copyOf(missing), "");
    }

    /** Of a kind that nothing here asks: our gateway calls the function that authorises, and no number rings an alarm. */
    private static Line listedOnly(String what, Set<String> wanted, Supplier<Set<String>> list) {
        Set<String> missing = new TreeSet<>(wanted);
        try {
            missing.removeAll(list.get());
        } catch (AppException e) {
            return new Line(what, wanted.size(), 0, List.copyOf(missing), e.getMessage());
        }
        String trouble = missing.isEmpty() ? "" : "said to be made, and not listed";
        return new Line(what, wanted.size(), 0, List.copyOf(missing), trouble);
    }

    private Set<String> names(String type, String property) {
        Set<String> names = new TreeSet<>();
        for (JsonNode properties : all(type)) {
            names.add(texts().text(properties.path(property)));
        }
        return names;
    }

    private List<JsonNode> all(String type) {
        List<JsonNode> found = new ArrayList<>();
        for (String stack : List.of("data", "migration", "application", "api", "site", "watch")) {
            found.addAll(template(stack).of(type));
        }
        return found;
    }

    private TemplateTexts texts() {
        return template("data");
    }

    private TemplateTexts template(String stack) {
        return TemplateTexts.read(templates.resolve(prefix + stack + ".template.json"), pseudo);
    }

    private JsonNode wanted(String type, String property, String name) {
        return all(type).stream()
                .filter(properties -> texts().text(properties.path(property)).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> functions() {
        Set<String> names = new TreeSet<>();
        String path = "/2015-03-31/functions/?MaxItems=100";
        calls.get(LAMBDA, path)
                .path("Functions")
                .forEach(function -> names.add(function.path("FunctionName").asText()));
        return names;
    }

    private Set<String> rules(String bus) {
        Set<String> names = new TreeSet<>();
        calls.call("events", "AWSEvents.ListRules", Map.of("EventBusName", bus))
                .path("Rules")
                .forEach(rule -> names.add(rule.path("Name").asText()));
        return names;
    }

    /** Numbered: paths are spread over resources of the template. */
    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        int number = 0;
        for (JsonNode _ : all("AWS::ApiGateway::Method")) {
            routes.add("route %03d".formatted(++number));
        }
        return routes;
    }

    private Set<String> deployedRoutes() {
        Set<String> routes = new TreeSet<>();
        int number = 0;
        for (DeployedApi.Route _ :
                DeployedApi.read(calls, prefix + "api", prefix).routes()) {
            routes.add("route %03d".formatted(++number));
        }
        return routes;
    }

    private JsonNode listedSecrets() {
        return calls.call(SECRETS, "secretsmanager.ListSecrets", Map.of("MaxResults", 100))
                .path("SecretList");
    }

    private Set<String> secrets() {
        Set<String> names = new TreeSet<>();
        listedSecrets().forEach(secret -> names.add(secret.path("Name").asText()));
        return names;
    }

    private void makeSecret(String name) {
        String value = secretValue(wanted("AWS::SecretsManager::Secret", "Name", name));
        calls.call(
                SECRETS,
                "secretsmanager.CreateSecret",
                Map.of("Name", name, "SecretString", value, "ClientRequestToken", tokenOf(name)));
    }

    /** By the name, so that asking twice makes one secret. */
    private static String tokenOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** As the template says; where that leaves it to chance, it is the emulator's: this program makes up nothing. */
    private String secretValue(JsonNode wanted) {
        if (wanted.has("SecretString")) {
            return texts().text(wanted.path("SecretString"));
        }
        return calls.call(SECRETS, "secretsmanager.GetRandomPassword", wanted.path("GenerateSecretString"))
                .path("RandomPassword")
                .asText();
    }

    private Set<String> listed(String path, String field) {
        Set<String> names = new TreeSet<>();
        calls.get(GATEWAY, path)
                .path("item")
                .forEach(item -> names.add(item.path(field).asText()));
        return names;
    }

    private Set<String> stages(String api) {
        Set<String> names = new TreeSet<>();
        calls.get(GATEWAY, "/restapis/%s/stages".formatted(api))
                .path("item")
                .forEach(stage -> names.add(stage.path("stageName").asText()));
        return names;
    }

    private Set<String> gatewayResponses(String api) {
        Set<String> types = new TreeSet<>();
        for (JsonNode response : calls.get(
                        GATEWAY, "/restapis/%s/gatewayresponses?limit=%d".formatted(api, MOST_LISTED))
                .path("item")) {
            if (!response.path("defaultResponse").asBoolean()) {
                types.add(response.path("responseType").asText());
            }
        }
        return types;
    }

    private void makeResponse(String api, String type) {
        JsonNode wanted = wanted("AWS::ApiGateway::GatewayResponse", "ResponseType", type);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statusCode", wanted.path("StatusCode").asText());
        body.put("responseParameters", wanted.path("ResponseParameters"));
        body.put("responseTemplates", wanted.path("ResponseTemplates"));
        calls.put(GATEWAY, "/restapis/%s/gatewayresponses/%s".formatted(api, type), body);
    }

    private void makeValidator(String api, String name) {
        calls.post(
                GATEWAY,
                "/restapis/%s/requestvalidators".formatted(api),
                Map.of("name", name, "validateRequestBody", true, "validateRequestParameters", true));
    }

    private void makePlan(String api, String name) {
        JsonNode wanted = wanted("AWS::ApiGateway::UsagePlan", "UsagePlanName", name);
        Map<String, Object> body = new TreeMap<>();
        body.put("name", name);
        body.put(
                "throttle",
                Map.of(
                        "rateLimit", wanted.at("/Throttle/RateLimit").asInt(),
                        "burstLimit", wanted.at("/Throttle/BurstLimit").asInt()));
        body.put("quota", Map.of("limit", wanted.at("/Quota/Limit").asInt(), "period", "DAY"));
        body.put(
                "apiStages",
                List.of(Map.of(
                        "apiId",
                        api,
                        "stage",
                        prefix.replaceFirst("^lumia-", "").replaceFirst("-$", ""))));
        calls.post(GATEWAY, "/usageplans", body);
    }

    /** With its place in the plan of its name. */
    private void makeKey(String name) {
        JsonNode key = calls.post(GATEWAY, "/apikeys", Map.of("name", name, "enabled", true));
        for (JsonNode plan :
                calls.get(GATEWAY, "/usageplans?limit=" + MOST_LISTED).path("item")) {
            if (plan.path("name").asText().equals(name)) {
                calls.post(
                        GATEWAY,
                        "/usageplans/%s/keys".formatted(plan.path("id").asText()),
                        Map.of("keyId", key.path("id").asText(), "keyType", "API_KEY"));
            }
        }
    }

    private Set<String> budgetNames() {
        Set<String> names = new TreeSet<>();
        all("AWS::Budgets::Budget")
                .forEach(budget -> names.add(budget.at("/Budget/BudgetName").asText()));
        return names;
    }

    private Set<String> budgets() {
        Set<String> names = new TreeSet<>();
        calls.call(BUDGETS, "AWSBudgetServiceGateway.DescribeBudgets", Map.of("AccountId", account()))
                .path("Budgets")
                .forEach(budget -> names.add(budget.path("BudgetName").asText()));
        return names;
    }

    private void makeBudget(String name) {
        JsonNode wanted = all("AWS::Budgets::Budget").getFirst().path("Budget");
        calls.call(
                BUDGETS,
                "AWSBudgetServiceGateway.CreateBudget",
                Map.of(
                        "AccountId",
                        account(),
                        "Budget",
                        Map.of(
                                "BudgetName",
                                name,
                                "BudgetType",
                                "COST",
                                "TimeUnit",
                                "MONTHLY",
                                "BudgetLimit",
                                Map.of(
                                        "Amount",
                                        wanted.at("/BudgetLimit/Amount").asText(),
                                        "Unit",
                                        "USD"))));
    }

    private Set<String> alarms() {
        Set<String> names = new TreeSet<>();
        calls.call(MONITORING, "GraniteServiceVersion20100801.DescribeAlarms", Map.of("MaxRecords", 100))
                .path("MetricAlarms")
                .forEach(alarm -> names.add(alarm.path("AlarmName").asText()));
        return names;
    }

    private Set<String> dashboards() {
        Set<String> names = new TreeSet<>();
        calls.call(MONITORING, "GraniteServiceVersion20100801.ListDashboards", Map.of("DashboardNamePrefix", prefix))
                .path("DashboardEntries")
                .forEach(dashboard -> names.add(dashboard.path("DashboardName").asText()));
        return names;
    }

    private void makeDashboard(String name) {
        JsonNode wanted = wanted("AWS::CloudWatch::Dashboard", "DashboardName", name);
        calls.call(
                MONITORING,
                "GraniteServiceVersion20100801.PutDashboard",
                Map.of("DashboardName", name, "DashboardBody", texts().text(wanted.path("DashboardBody"))));
    }

    /** Those of the API; there is none unless the stage asks for one. */
    private Set<String> firewalls() {
        Set<String> names = new TreeSet<>();
        calls.call("wafv2", "AWSWAF_20190729.ListWebACLs", Map.of("Scope", "REGIONAL", "Limit", MOST_FIREWALLS))
                .path("WebACLs")
                .forEach(firewall -> names.add(firewall.path("Name").asText()));
        return names;
    }

    /** A distribution has no name: what it says of itself is what tells it from another stage's. */
    private Set<String> distributionComments() {
        Set<String> comments = new TreeSet<>();
        all("AWS::CloudFront::Distribution")
                .forEach(distribution -> comments.add(
                        distribution.at("/DistributionConfig/Comment").asText()));
        return comments;
    }

    private Set<String> distributions() {
        NodeList found = calls.getXml("cloudfront", "/2020-05-31/distribution").getElementsByTagName("Comment");
        Set<String> comments = new TreeSet<>();
        for (int index = 0; index < found.getLength(); index++) {
            comments.add(found.item(index).getTextContent());
        }
        return comments;
    }

    private String account() {
        return pseudo.getOrDefault("AWS::AccountId", "");
    }
}
