/**
 * What a stage is to be: {@link io.lumia.infra.settings.StageSettings}, read from {@code infra-cdk/stages/<stage>.json} by
 * {@link io.lumia.infra.settings.StageReader}, which names every fault of a file at once. Nothing here knows the CDK.
 */
@NullMarked
package io.lumia.infra.settings;

import org.jspecify.annotations.NullMarked;
