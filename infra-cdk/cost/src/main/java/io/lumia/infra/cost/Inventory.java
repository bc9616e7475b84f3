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
 * @param keys           of KMS
 * @param keptKeys       of those, that stay when the stage is taken down
 * @param keptBuckets    of S3, likewise
 * @param archiveDays    for which events are kept to be sent again; 0 for no archive
 * @param distributions  that the web site is served by
 * @param firewallRules  0 for no firewall
 */
public record Inventory(
        List<FunctionSize> functions,
        int polledQueues,
        int natGateways,
        int endpointZones,
        Optional<DatabaseSize> database,
        List<Tick> ticks,
        int alarms,
        int dashboards,
        int keys,
        int keptKeys,
        int keptBuckets,
        int secrets,
        int archiveDays,
        int distributions,
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
     * @param backupDays        for which any second can be restored
     */
    public record DatabaseSize(
            int instances, double minCapacity, double maxCapacity, int pauseAfterSeconds, int backupDays) {}

    /**
     * A schedule that comes with the stage.
     *
     * @param function that it calls, or whose queue it sends to
     */
    public record Tick(CronSchedule when, String function) {}

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
                        .map(schedule -> tick(schedule, "lumia-" + stage + "-"))
                        .toList(),
                of(resources, "AWS::CloudWatch::Alarm").size(),
                of(resources, "AWS::CloudWatch::Dashboard").size(),
                of(resources, "AWS::KMS::Key").size(),
                kept(resources, "AWS::KMS::Key"),
                kept(resources, "AWS::S3::Bucket"),
                of(resources, "AWS::SecretsManager::Secret").size(),
                of(resources, "AWS::Events::Archive").stream()
                        .mapToInt(archive -> archive.path("RetentionDays").asInt())
                        .sum(),
                of(resources, "AWS::CloudFront::Distribution").size(),
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

    private static int kept(List<JsonNode> resources, String type) {
        return Math.toIntExact(resources.stream()
                .filter(resource -> resource.path("Type").asText().equals(type)
                        && resource.path("DeletionPolicy").asText().equals("Retain"))
                .count());
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
                .map(cluster -> database(cluster, instances))
                .findFirst();
    }

    private static DatabaseSize database(JsonNode cluster, int instances) {
        JsonNode capacity = cluster.path("ServerlessV2ScalingConfiguration");
        return new DatabaseSize(
                instances,
                capacity.path("MinCapacity").asDouble(),
                capacity.path("MaxCapacity").asDouble(),
                capacity.path("SecondsUntilAutoPause").asInt(0),
                cluster.path("BackupRetentionPeriod").asInt());
    }

    /** Its target's ARN is joined of parts, the last of which ends in the function's or its queue's name, which is the same. */
    private static Tick tick(JsonNode schedule, String prefix) {
        JsonNode parts = schedule.at("/Target/Arn/Fn::Join/1");
        String target = parts.path(parts.size() - 1).asText();
        return new Tick(
                CronSchedule.parse(
                        schedule.path("ScheduleExpression").asText(),
                        schedule.path("ScheduleExpressionTimezone").asText()),
                target.substring(target.indexOf(prefix) + prefix.length()));
    }
}
