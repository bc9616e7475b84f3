package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What is really there after a deployment: emulators report resources as made that they only pretend to make, so all is
 * asked for by list calls, and schedules that are missing are made through the API.
 */
final class EmulatedResources implements AutoCloseable {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(20);
    private static final int MOST_LISTED = 100;

    private final Emulator emulator;
    private final String prefix;
    private final SqsClient queues;
    private final SchedulerClient schedules;

    /** @param prefix of all names, such as {@code lumia-emulator-} */
    EmulatedResources(Emulator emulator, String prefix) {
        this.emulator = emulator;
        this.prefix = prefix;
        AwsCredentialsProvider nobody = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        ClientOverrideConfiguration limits =
                ClientOverrideConfiguration.builder().apiCallTimeout(CALL_LIMIT).build();
        this.queues = SqsClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.of(emulator.region()))
                .credentialsProvider(nobody)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(limits)
                .build();
        this.schedules = SchedulerClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.of(emulator.region()))
                .credentialsProvider(nobody)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(limits)
                .build();
    }

    /** Names of the stage's queues. */
    List<String> queueNames() {
        return call("listing queues", () -> queues.listQueues(request -> request.queueNamePrefix(prefix))
                        .queueUrls())
                .stream()
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    /**
     * Makes the schedules of the template that are not there.
     *
     * @return how many were made
     */
    int addMissingSchedules(Path template) {
        List<WantedSchedule> wanted = WantedSchedule.of(template, pseudo());
        TreeSet<String> there = new TreeSet<>(scheduleNames(wanted));
        List<WantedSchedule> missing = wanted.stream()
                .filter(schedule -> !there.contains(schedule.name()))
                .toList();
        missing.stream().map(WantedSchedule::group).distinct().forEach(this::addGroup);
        missing.forEach(this::add);
        there.addAll(scheduleNames(wanted));
        List<String> stillMissing = wanted.stream()
                .map(WantedSchedule::name)
                .filter(name -> !there.contains(name))
                .toList();
        if (!stillMissing.isEmpty()) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "%s lists no schedules %s, though it took them".formatted(emulator.endpoint(), stillMissing));
        }
        return missing.size();
    }

    private List<String> scheduleNames(List<WantedSchedule> wanted) {
        return wanted.stream()
                .map(WantedSchedule::group)
                .distinct()
                .flatMap(group -> call("listing schedules", () -> schedules
                                .listSchedules(
                                        request -> request.groupName(group).maxResults(MOST_LISTED))
                                .schedules())
                        .stream())
                .map(ScheduleSummary::name)
                .toList();
    }

    private void addGroup(String group) {
        call("making schedule group " + group, () -> {
            try {
                return schedules
                        .createScheduleGroup(request -> request.name(group))
                        .scheduleGroupArn();
            } catch (ConflictException _) {
                return group;
            }
        });
    }

    private void add(WantedSchedule wanted) {
        call(
                "making schedule " + wanted.name(),
                () -> schedules.createSchedule(request -> request.name(wanted.name())
                        .groupName(wanted.group())
                        .scheduleExpression(wanted.expression())
                        .scheduleExpressionTimezone(wanted.zone())
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(target -> target.arn(wanted.targetArn())
                                .roleArn(wanted.roleArn())
                                .input(wanted.input()))));
    }

    /** Values of CloudFormation's own parameters. The account is whatever the emulator says that its queues belong to. */
    Map<String, String> pseudo() {
        String url = call("listing queues", () -> queues.listQueues(request -> request.queueNamePrefix(prefix))
                        .queueUrls())
                .stream()
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorCode.TRANSPORT_UNAVAILABLE,
                        "%s has no queue %s…, though it was deployed".formatted(emulator.endpoint(), prefix)));
        String arn = call(
                "asking for a queue's ARN",
                () -> Objects.requireNonNull(queues.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN)));
        return Map.of(
                "AWS::Partition", "aws", "AWS::Region", emulator.region(), "AWS::AccountId", arn.split(":", -1)[4]);
    }

    private <T> T call(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE,
                    "%s at %s failed: %s".formatted(what, emulator.endpoint(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        queues.close();
        schedules.close();
    }
}
