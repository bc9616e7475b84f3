package io.lumia.platform.aws;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions, which it throws after its own retries, into ours. */
public final class AwsFailures {

    private static final int FIRST_SERVER_ERROR = 500;

    private AwsFailures() {}

    /**
     * A refusal (no such queue, access denied) is our own mistake; all else may succeed later.
     *
     * @param what what was tried, such as {@code sending 12 messages to queue 'collect'}
     */
    public static AppException translated(String what, SdkException failure) {
        ErrorCode code = isRefusal(failure) ? ErrorCode.INTERNAL : ErrorCode.TRANSPORT_UNAVAILABLE;
        return new AppException(code, "%s failed: %s".formatted(what, failure.getMessage()), failure);
    }

    private static boolean isRefusal(SdkException failure) {
        return failure instanceof AwsServiceException service
                && service.statusCode() < FIRST_SERVER_ERROR
                && !service.isThrottlingException();
    }
}
