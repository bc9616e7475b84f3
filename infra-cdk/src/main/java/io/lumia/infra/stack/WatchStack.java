package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.Place;
import io.lumia.infra.settings.StageSettings.WatchSettings;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger.Queue;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.metrics.EmfMetrics;
import io.lumia.platform.metrics.Gauge;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.CfnDashboard;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * What wakes a person: alarms of every function, queue, the API, the database and the data itself, and a budget, all to one topic that he
 * subscribes to. Says by name what it watches, so that it can be deployed first or last.
 */
final class WatchStack extends Stack {

    private static final int FIVE_MINUTES = 300;
    private static final int MAX_CAPACITY_PERCENT = 90;
    /** Prices of a session are asked for two hours after its close; the next ones are not far at this age. */
    private static final int MAX_LATE_HOURS = 12;
    /** Of the sessions that a run should bring bars of: the goal that its own report is held to. */
    private static final double MIN_COMPLETENESS = 0.99;

    private static final List<Integer> BUDGET_PERCENT = List.of(50, 80, 100);

    private final Names names;
    private final WatchSettings settings;
    private final Topic topic;

    WatchStack(Construct scope, String id, StackProps props, List<FunctionDefinition> functions, StageSettings stage) {
        super(scope, id, props);
        this.names = new Names(stage.stage());
        this.settings = stage.watch();
        this.topic = topic();
        functions.forEach(this::watchFunction);
        List<Queue> queues = functions.stream()
                .filter(function -> function.trigger() instanceof Queued)
                .map(function -> ((Queued) function.trigger()).queue())
                .toList();
        queues.forEach(this::watchQueue);
        watchDeadLetters(Names.FAILED_TICKS, names.of(Names.FAILED_TICKS));
        watchApi();
        watchData();
        if (stage.place() instanceof Place.Cloud) {
            watchDatabase();
        }
        budget();
        CfnDashboard.Builder.create(this, "Dashboard")
                .dashboardName(names.of("overview"))
                .dashboardBody(Dashboard.body(names, functions, queues))
                .build();
        CfnOutput.Builder.create(this, "TopicArn").value(topic.getTopicArn()).build();
    }

    private Topic topic() {
        Topic made = Topic.Builder.create(this, "Topic")
                .topicName(names.of("alarms"))
                .enforceSsl(true)
                .build();
        for (String service : List.of("cloudwatch", "budgets")) {
            made.addToResourcePolicy(PolicyStatement.Builder.create()
                    .sid(service)
                    .effect(Effect.ALLOW)
                    .principals(List.of(new ServicePrincipal(service + ".amazonaws.com")))
                    .actions(List.of("sns:Publish"))
                    .resources(List.of(made.getTopicArn()))
                    .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                    .build());
        }
        Explained.finding(made, "SNS2", "It carries names of alarms and thresholds, no data.");
        return made;
    }

    private void watchFunction(FunctionDefinition function) {
        alarm(
                function.name() + "-errors",
                "Function %s failed: see its log group".formatted(function.name()),
                Metric.sum("AWS/Lambda", "Errors", FIVE_MINUTES, "FunctionName", names.of(function.name())),
                0);
    }

    private void watchQueue(Queue queue) {
        alarm(
                queue.name() + "-waits",
                "The oldest message of queue %s waits for too long".formatted(queue.name()),
                Metric.largest(
                        "AWS/SQS", "ApproximateAgeOfOldestMessage", FIVE_MINUTES, "QueueName", names.of(queue.name())),
                settings.oldestMessageSeconds());
        watchDeadLetters(queue.deadLetterName(), names.of(queue.deadLetterName()));
    }

    private void watchDeadLetters(String id, String queueName) {
        alarm(
                id + "-letters",
                "Messages lie in dead-letter queue %s".formatted(id),
                Metric.largest("AWS/SQS", "ApproximateNumberOfMessagesVisible", FIVE_MINUTES, "QueueName", queueName),
                0);
    }

    private void watchApi() {
        alarm(
                "api-slow",
                "95 of 100 requests are answered slower than promised",
                Metric.percentile("AWS/ApiGateway", "Latency", FIVE_MINUTES, "p95", "ApiName", names.of("api")),
                settings.apiP95Milliseconds());
        alarm(
                "api-errors",
                "More requests fail by our fault than promised",
                Metric.average("AWS/ApiGateway", "5XXError", FIVE_MINUTES, "ApiName", names.of("api")),
                settings.apiErrorFraction());
    }

    /** By numbers that functions write themselves. That none comes is a reason to look as well. */
    private void watchData() {
        String namespace = EmfMetrics.namespace(names.stage());
        alarm(
                "data-age",
                "A session has closed for too long of which there is no bar, or nobody says how old the data is",
                Metric.largestOfOurs(namespace, Gauge.DATA_LATE_HOURS),
                MAX_LATE_HOURS,
                "breaching");
        alarm(
                "completeness",
                "A run ended with fewer bars than it should have brought",
                Metric.smallestOfOurs(namespace, Gauge.RUN_COMPLETENESS),
                MIN_COMPLETENESS,
                "notBreaching");
    }

    private void watchDatabase() {
        alarm(
                "database-full",
                "The database works at its most capacity: raise max_capacity or look for a slow statement",
                Metric.average("AWS/RDS", "ACUUtilization", FIVE_MINUTES, "DBClusterIdentifier", names.of("database")),
                MAX_CAPACITY_PERCENT);
    }

    private void alarm(String name, String description, Metric metric, double threshold) {
        alarm(name, description, metric, threshold, "notBreaching");
    }

    private void alarm(String name, String description, Metric metric, double threshold, String treatMissingData) {
        CfnAlarm.Builder alarm = CfnAlarm.Builder.create(this, Names.id(name))
                .alarmName(names.of(name))
                .alarmDescription(description)
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(metric.dimensions())
                .period(metric.periodSeconds())
                .evaluationPeriods(metric.periods())
                .datapointsToAlarm(metric.periods())
                .comparisonOperator(
                        metric.statistic().equals(Metric.SMALLEST) ? "LessThanThreshold" : "GreaterThanThreshold")
                .threshold(threshold)
                .treatMissingData(treatMissingData)
                .alarmActions(List.of(topic.getTopicArn()))
                .okActions(List.of(topic.getTopicArn()));
        if (metric.isPercentile()) {
            alarm.extendedStatistic(metric.statistic());
        } else {
            alarm.statistic(metric.statistic());
        }
        alarm.build();
    }

    private void budget() {
        CfnBudget.Builder.create(this, "Budget")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetName(names.of("monthly"))
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(settings.monthlyBudgetDollars())
                                .unit("USD")
                                .build())
                        .costFilters(
                                Map.of("TagKeyValue", List.of("user:" + LumiaStacks.STAGE_TAG + "$" + names.stage())))
                        .build())
                .notificationsWithSubscribers(
                        BUDGET_PERCENT.stream().map(this::notification).toList())
                .build();
    }

    private CfnBudget.NotificationWithSubscribersProperty notification(int percent) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(percent == 100 ? "FORECASTED" : "ACTUAL")
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("SNS")
                        .address(topic.getTopicArn())
                        .build()))
                .build();
    }

    /** A number that CloudWatch has of one thing. */
    private record Metric(
            String namespace,
            String name,
            String statistic,
            int periodSeconds,
            int periods,
            List<CfnAlarm.DimensionProperty> dimensions) {

        static final String SMALLEST = "Minimum";

        private static final int PERIODS_OF_A_TREND = 3;
        private static final int HOUR = 3600;

        static Metric sum(String namespace, String name, int period, String dimension, String value) {
            return new Metric(namespace, name, "Sum", period, 1, one(dimension, value));
        }

        static Metric largest(String namespace, String name, int period, String dimension, String value) {
            return new Metric(namespace, name, "Maximum", period, 1, one(dimension, value));
        }

        static Metric average(String namespace, String name, int period, String dimension, String value) {
            return new Metric(namespace, name, "Average", period, PERIODS_OF_A_TREND, one(dimension, value));
        }

        static Metric percentile(
                String namespace, String name, int period, String percentile, String dimension, String value) {
            return new Metric(namespace, name, percentile, period, PERIODS_OF_A_TREND, one(dimension, value));
        }

        /** Functions say it at every tick of keep-house, which comes once an hour at least. */
        static Metric largestOfOurs(String namespace, Gauge gauge) {
            return new Metric(namespace, gauge.text(), "Maximum", HOUR, PERIODS_OF_A_TREND, List.of());
        }

        static Metric smallestOfOurs(String namespace, Gauge gauge) {
            return new Metric(namespace, gauge.text(), SMALLEST, HOUR, 1, List.of());
        }

        private static List<CfnAlarm.DimensionProperty> one(String dimension, String value) {
            return List.of(CfnAlarm.DimensionProperty.builder()
                    .name(dimension)
                    .value(value)
                    .build());
        }

        boolean isPercentile() {
            return statistic.startsWith("p");
        }
    }
}
