/**
 * The cloud seen from here. {@link io.lumia.local.cloud.Synthesis} has infra-cdk write a stage's templates and keeps
 * them until what they are made of changes; {@link io.lumia.local.cloud.CloudDeployment} deploys them to an
 * {@link io.lumia.local.cloud.Emulator} and looks at what is really there by {@link io.lumia.local.cloud.Inventory};
 * {@link io.lumia.local.cloud.HostedStage} runs it on this machine, {@link io.lumia.local.cloud.CloudDay} lives through a
 * day on it, {@link io.lumia.local.cloud.DeployedStacks} and {@link io.lumia.local.cloud.Leftovers} take it down. The CDK
 * itself runs in a process of its own and is never on our class path.
 */
@NullMarked
package io.lumia.local.cloud;

import org.jspecify.annotations.NullMarked;
