package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What no stack takes down: things that {@link Inventory} made through APIs, and those that an emulator forgets to delete
 * with their stack, such as moto a REST API. Whatever it deletes counts; what a list call shows afterwards is left.
 */
final class Leftovers {

    private static final String GATEWAY = "apigateway";
    private static final String LAMBDA = "lambda";
    private static final String SCHEDULER = "scheduler";
    private static final String SECRETS = "secretsmanager";
    private static final String BUDGETS = "budgets";
    private static final String MONITORING = "monitoring";
    private static final int MOST_LISTED = 500;

    private final EmulatorCalls calls;
    private final EmulatedObjects objects;
    private final EmulatedResources resources;
    private final String prefix;
    private final String stage;

    /** @param prefix of all names, such as {@code lumia-emulator-} */
    Leftovers(EmulatorCalls calls, EmulatedObjects objects, EmulatedResources resources, String prefix) {
        this.calls = calls;
        this.objects = objects;
        this.resources = resources;
        this.prefix = prefix;
        this.stage = prefix.substring(0, prefix.length() - 1);
    }

    /** What would keep stacks from being deleted: objects in buckets, plans on a stage of the API. */
    int clearTheWay() {
        objects.deleteAll(prefix);
        return delete(keys(), Found::id, id -> calls.delete(GATEWAY, "/apikeys/" + id))
                + delete(plans(), Found::id, id -> calls.delete(GATEWAY, "/usageplans/" + id));
    }

    /** The rest, once the stacks are gone. */
    int delete(String account) {
        return delete(schedules(), Found::name, name -> calls.delete(SCHEDULER, schedule(name)))
                + delete(scheduleGroups(), Found::name, name -> calls.delete(SCHEDULER, "/schedule-groups/" + name))
                + delete(apis(), Found::id, id -> calls.delete(GATEWAY, "/restapis/" + id))
                + delete(secrets(), Found::id, this::deleteSecret)
                + delete(budgets(account), Found::name, name -> deleteBudget(account, name))
                + delete(dashboards(), Found::name, this::deleteDashboard);
    }

    /** Kind and name of each thing that is still there. */
    List<String> left(String account) {
        List<String> left = new ArrayList<>();
        new DeployedStacks(calls, prefix).names().forEach(name -> left.add("stack " + name));
        resources.queueNames().forEach(name -> left.add("queue " + name));
        objects.buckets(prefix).forEach(name -> left.add("bucket " + name));
        add(left, "function", functions());
        add(left, "event bus", buses());
        add(left, "schedule", schedules());
        add(left, "schedule group", scheduleGroups());
        add(left, "REST API", apis());
        add(left, "API key", keys());
        add(left, "usage plan", plans());
        add(left, "secret", secrets());
        add(left, "budget", budgets(account));
        add(left, "dashboard", dashboards());
        return left;
    }

    private static void add(List<String> left, String what, List<Found> found) {
        found.forEach(one -> left.add(what + " " + one.name()));
    }

    private static int delete(List<Found> found, Function<Found, String> by, Consumer<String> how) {
        found.forEach(one -> how.accept(by.apply(one)));
        return found.size();
    }

    private List<Found> keys() {
        return named(() -> items("/apikeys"), "name", "id", prefix);
    }

    private List<Found> plans() {
        return named(() -> items("/usageplans"), "name", "id", prefix);
    }

    private List<Found> apis() {
        return named(() -> items("/restapis"), "name", "id", prefix);
    }

    private JsonNode items(String path) {
        return calls.get(GATEWAY, path + "?limit=" + MOST_LISTED).path("item");
    }

    private List<Found> schedules() {
        return named(
                () -> calls.get(SCHEDULER, "/schedules?ScheduleGroup=" + stage).path("Schedules"), "Name", "Name", "");
    }

    private List<Found> scheduleGroups() {
        return named(() -> calls.get(SCHEDULER, "/schedule-groups").path("ScheduleGroups"), "Name", "Name", stage);
    }

    private String schedule(String name) {
        return "/schedules/%s?groupName=%s".formatted(name, stage);
    }

    private List<Found> secrets() {
        return named(
                () -> calls.call(SECRETS, "secretsmanager.ListSecrets", Map.of("MaxResults", 100))
                        .path("SecretList"),
                "Name",
                "ARN",
                stage.replace('-', '/') + "/");
    }

    private void deleteSecret(String arn) {
        calls.call(SECRETS, "secretsmanager.DeleteSecret", Map.of("SecretId", arn, "ForceDeleteWithoutRecovery", true));
    }

    private List<Found> budgets(String account) {
        return named(
                () -> calls.call(BUDGETS, "AWSBudgetServiceGateway.DescribeBudgets", Map.of("AccountId", account))
                        .path("Budgets"),
                "BudgetName",
                "BudgetName",
                prefix);
    }

    private void deleteBudget(String account, String name) {
        calls.call(BUDGETS, "AWSBudgetServiceGateway.DeleteBudget", Map.of("AccountId", account, "BudgetName", name));
    }

    private List<Found> dashboards() {
        return named(
                () -> calls.call(MONITORING, "GraniteServiceVersion20100801.ListDashboards", Map.of())
                        .path("DashboardEntries"),
                "DashboardName",
                "DashboardName",
                prefix);
    }

    private void deleteDashboard(String name) {
        calls.call(
                MONITORING, "GraniteServiceVersion20100801.DeleteDashboards", Map.of("DashboardNames", List.of(name)));
    }

    private List<Found> functions() {
        return named(
                () -> calls.get(LAMBDA, "/2015-03-31/functions/?MaxItems=100").path("Functions"),
                "FunctionName",
                "FunctionName",
                prefix);
    }

    private List<Found> buses() {
        return named(
                () -> calls.call("events", "AWSEvents.ListEventBuses", Map.of()).path("EventBuses"),
                "Name",
                "Name",
                stage);
    }

    /** Of a service that an emulator has not got, or of a group that is not there, nothing was made. */
    private static List<Found> named(Supplier<JsonNode> list, String name, String id, String prefix) {
        List<Found> found = new ArrayList<>();
        try {
            for (JsonNode item : list.get()) {
                if (item.path(name).asText().startsWith(prefix)) {
                    found.add(new Found(item.path(name).asText(), item.path(id).asText()));
                }
            }
        } catch (AppException _) {
            return List.of();
        }
        return found;
    }

    private record Found(String name, String id) {}
}
