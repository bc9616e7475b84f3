package io.lumia.infra.stack;

import io.lumia.platform.lambda.FunctionDefinition;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * The function that brings the database to this release, in a stack of its own: it is deployed and run before the other
 * functions switch, so that new code never meets an old schema.
 */
final class MigrationStack extends Stack {

    MigrationStack(Construct scope, String id, StackProps props, FunctionDefinition definition, Surroundings around) {
        super(scope, id, props);
        FunctionUnit unit = new FunctionUnit(this, Names.id(definition.name()), definition, around);
        CfnOutput.Builder.create(this, "FunctionName")
                .value(unit.function().getRef())
                .build();
    }
}
