/**
 * Lumia on AWS, as CDK stacks. {@link io.lumia.infra.SynthesizeStacks} is what {@code cdk.json} starts: it reads
 * {@code functions/&#42;/function.json} ({@link io.lumia.infra.FunctionFolders}) and {@code stages/<stage>.json}
 * ({@link io.lumia.infra.settings.StageReader}) and hands both to {@link io.lumia.infra.stack.LumiaStacks}.
 */
@NullMarked
package io.lumia.infra;

import org.jspecify.annotations.NullMarked;
