package io.lumia.infra.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** AWS WAF before the API: AWS's common rules, known bad inputs, and a bound per address. */
final class Firewall extends Construct {

    private static final List<String> RULES =
            List.of("AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet");

    private final CfnWebACLAssociation association;

    Firewall(Construct scope, String id, Names names, String stageArn, int requestsPerFiveMinutes) {
        super(scope, id);
        CfnWebACL list = CfnWebACL.Builder.create(this, "List")
                .name(names.of("api"))
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visibility(names.of("api")))
                .rules(List.of(managed(0), managed(1), perAddress(requestsPerFiveMinutes)))
                .build();
        this.association = CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(stageArn)
                .webAclArn(list.getAttrArn())
                .build();
    }

    void after(CfnResource stage) {
        association.addResourceDependency(stage);
    }

    private static CfnWebACL.RuleProperty managed(int number) {
        return CfnWebACL.RuleProperty.builder()
                .name(RULES.get(number))
                .priority(number)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(RULES.get(number))
                                .build())
                        .build())
                .visibilityConfig(visibility(RULES.get(number)))
                .build();
    }

    private static CfnWebACL.RuleProperty perAddress(int requestsPerFiveMinutes) {
        return CfnWebACL.RuleProperty.builder()
                .name("per-address")
                .priority(RULES.size())
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(requestsPerFiveMinutes)
                                .build())
                        .build())
                .visibilityConfig(visibility("per-address"))
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty visibility(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .metricName(name)
                .build();
    }
}
