package io.lumia.infra.stack;

import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Fn;

/**
 * What things of a stage are called: {@code lumia-<stage>-<name>}. ARNs are made of names and the account and region of
 * the deployment, joined, since not every emulator understands {@code Fn::Sub}.
 */
record Names(String stage) {

    /** The function that brings the database to this release; deployed and run before the others switch. */
    static final String MIGRATION = "migrate-database";

    /** The function that says who calls. */
    static final String AUTHORISER = "authorize";

    /** Where failed calls by the clock go. */
    static final String FAILED_TICKS = "failed-ticks";

    String of(String name) {
        return prefix() + name;
    }

    /** What a queue's name in function.json is appended to. */
    String prefix() {
        return "lumia-" + stage + "-";
    }

    /** Of a database user: dashes are no part of it. */
    static String databaseUser(String access) {
        return "lumia_" + access;
    }

    String functionArn(String function) {
        return arn("lambda", "function:" + of(function));
    }

    String queueArn(String queue) {
        return arn("sqs", of(queue));
    }

    String queueUrl(String queue) {
        return join("https://sqs.", Aws.REGION, ".", Aws.URL_SUFFIX, "/", Aws.ACCOUNT_ID, "/", of(queue));
    }

    String ruleArn(String rule) {
        return arn("events", "rule/" + bus() + "/" + rule);
    }

    String bus() {
        return "lumia-" + stage;
    }

    String busArn() {
        return arn("events", "event-bus/" + bus());
    }

    String scheduleGroup() {
        return "lumia-" + stage;
    }

    String logGroup(String function) {
        return "/aws/lambda/" + of(function);
    }

    static String arn(String service, String rest) {
        return join("arn:", Aws.PARTITION, ":", service, ":", Aws.REGION, ":", Aws.ACCOUNT_ID, ":", rest);
    }

    static String join(String... parts) {
        return Fn.join("", List.of(parts));
    }

    /** {@code score-sentiment} as a logical id: {@code ScoreSentiment}. */
    static String id(String name) {
        StringBuilder id = new StringBuilder();
        for (String part : name.split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                id.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        return id.toString();
    }

    /** {@code score-sentiment} as part of an environment variable: {@code SCORE_SENTIMENT}. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
