package io.lumia.infra.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.CronSchedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a stage's templates ask for that costs something.
 *
 * @param polledQueues   queues that functions are fed from
 * @param endpointZones  interface endpoints, each counted once a zone
 * @param database       empty where it is none of ours
 * @param ticks          fixed schedules
 * @param firewallRules  0 for no firewall
 */
public record Inventory(
        List<FunctionSize> functions,
        int polledQueues,
        int natGateways,
        int endpointZones,
        Optional<DatabaseSize> database,
        List<CronSchedule> ticks,
        int alarms,
        int dashboards,
        int keys,
        int secrets,
        int firewallRules) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUFFIX = ".template.json";

    public Inventory {
        functions = List.copyOf(functions);
        ticks = List.copyOf(ticks);
    }

    /**
     * A function.
     *
     * @param name as {@code function.json} says it
     */
    public record FunctionSize(String name, int memoryMegabytes, String architecture) {

        double gigabytes() {
            return memoryMegabytes / 1024.0;
        }
    }

    /**
     * The database cluster.
     *
     * @param minCapacity       in Aurora capacity units; 0 if it may pause
     * @param pauseAfterSeconds 0 if it may not
     */
    public record DatabaseSize(int instances, double minCapacity, double maxCapacity, int pauseAfterSeconds) {}

    /** Reads the folder that {@code cdk synth} wrote, with the stacks of one stage in it. */
    public static Inventory read(Path assembly, String stage) {
        List<JsonNode> resources = resources(assembly, "lumia-" + stage + "-");
        if (resources.isEmpty()) {
            throw AppException.invalid("stage", stage, "one that was synthesised into " + assembly);
        }
        return new Inventory(
                functions(resources, "lumia-" + stage + "-"),
                of(resources, "AWS::Lambda::EventSourceMapping").size(),
                of(resources, "AWS::EC2::NatGateway").size(),
                of(resources, "AWS::EC2::VPCEndpoint").stream()
                        .mapToInt(endpoint -> endpoint.path("SubnetIds").size())
                        .sum(),
                database(resources),
                of(resources, "AWS::Scheduler::Schedule").stream()
                        .map(Inventory::tick)
                        .toList(),
                of(resources, "AWS::CloudWatch::Alarm").size(),
                of(resources, "AWS::CloudWatch::Dashboard").size(),
                of(resources, "AWS::KMS::Key").size(),
                of(resources, "AWS::SecretsManager::Secret").size(),
                of(resources, "AWS::WAFv2::WebACL").stream()
                        .mapToInt(list -> list.path("Rules").size())
                        .sum());
    }

    private static List<JsonNode> resources(Path assembly, String prefix) {
        List<JsonNode> resources = new ArrayList<>();
        try (Stream<Path> files = Files.list(assembly)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(prefix) && name.endsWith(SUFFIX)) {
                    JSON.readTree(file.toFile()).path("Resources").forEach(resources::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the templates in " + assembly, e);
        }
        return resources;
    }

    /** The properties of each resource of a type. */
    private static List<JsonNode> of(List<JsonNode> resources, String type) {
        return resources.stream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    private static List<FunctionSize> functions(List<JsonNode> resources, String prefix) {
        return of(resources, "AWS::Lambda::Function").stream()
                .map(function -> new FunctionSize(
                        function.path("FunctionName").asText().substring(prefix.length()),
                        function.path("MemorySize").asInt(),
                        function.at("/Architectures/0").asText()))
                .toList();
    }

    private static Optional<DatabaseSize> database(List<JsonNode> resources) {
        int instances = of(resources, "AWS::RDS::DBInstance").size();
        return of(resources, "AWS::RDS::DBCluster").stream()
                .map(cluster -> cluster.path("ServerlessV2ScalingConfiguration"))
                .map(capacity -> new DatabaseSize(
                        instances,
                        capacity.path("MinCapacity").asDouble(),
                        capacity.path("MaxCapacity").asDouble(),
                        capacity.path("SecondsUntilAutoPause").asInt(0)))
                .findFirst();
    }

    private static CronSchedule tick(JsonNode schedule) {
        return CronSchedule.parse(
                schedule.path("ScheduleExpression").asText(),
                schedule.path("ScheduleExpressionTimezone").asText());
    }
}
