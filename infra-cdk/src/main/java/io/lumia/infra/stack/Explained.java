package io.lumia.infra.stack;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** A finding of cdk-nag that is accepted, with the reason, beside what it is about. */
final class Explained {

    private Explained() {}

    static void finding(IConstruct about, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                about,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-" + rule)
                        .reason(reason)
                        .build()),
                true);
    }
}
