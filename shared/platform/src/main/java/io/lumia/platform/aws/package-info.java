/**
 * The AWS clients' common settings. Micronaut makes the SQS and S3 clients, {@code EventBridgeClients} the EventBridge
 * one, {@code SchedulerClients} that of EventBridge Scheduler; {@code AwsClientLimits} bounds every call in time; {@link io.lumia.platform.aws.AwsFailures} turns the SDK's
 * exceptions into ours.
 *
 * <p>Where they talk to: {@code AWS_ENDPOINT_URL} (or {@code AWS_ENDPOINT_URL_SQS} …) as for every AWS tool, or the
 * properties {@code aws.services.sqs.endpoint-override}, {@code aws.services.eventbridge.endpoint-override},
 * {@code aws.services.scheduler.endpoint-override} and {@code aws.services.s3.endpoint-override}. Region: {@code AWS_REGION} or {@code aws.region}; credentials: the SDK's
 * chain or {@code aws.accessKeyId} and {@code aws.secretKey}.
 */
@NullMarked
package io.lumia.platform.aws;

import org.jspecify.annotations.NullMarked;
