package io.lumia.functions.authorize;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.lumia.platform.http.Admission;
import io.lumia.platform.lambda.FunctionContext;
import io.lumia.platform.metrics.Invocations;
import io.lumia.platform.request.RequestIds;
import io.lumia.platform.request.RequestScope;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * API Gateway's REQUEST authoriser event in, a policy with our context out. The policy allows whatever is asked: scopes and
 * quotas are refused by the functions, since a gateway's refusal has one status for all. Credentials that do not count end
 * in the exception {@code Unauthorized}, which is API Gateway's way to a 401.
 */
@Singleton
@Requires(beans = Authorize.class)
public final class AuthorizeHandler implements RequestHandler<Map<String, @Nullable Object>, Map<String, Object>> {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorizeHandler.class);

    private final Authorize authorize;
    private final Invocations invocations;
    private final RequestIds requestIds;

    /** For Lambda. */
    public AuthorizeHandler() {
        this(
                FunctionContext.get().getBean(Authorize.class),
                FunctionContext.get().getBean(Invocations.class),
                FunctionContext.get().getBean(RequestIds.class));
    }

    @Inject
    AuthorizeHandler(Authorize authorize, Invocations invocations, RequestIds requestIds) {
        this.authorize = authorize;
        this.invocations = invocations;
        this.requestIds = requestIds;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, @Nullable Object> event, @Nullable Context context) {
        Asked asked = AuthoriserEvent.read(event, requestIds);
        try (RequestScope _ = RequestScope.open(asked.requestId())) {
            Verdict verdict = invocations.measure(() -> authorize.judge(asked));
            return switch (verdict) {
                case Verdict.Known known -> answer(known.admission(), AuthoriserEvent.method(event));
                case Verdict.NotAccepted refused -> {
                    LOG.warn("credentials for {} are not accepted: {}", asked.operation(), refused.reason());
                    throw new Unauthorized();
                }
            };
        }
    }

    /** A partner's key has the key's id for its name at the gateway, which bounds floods by usage plans. */
    private static Map<String, Object> answer(Admission admission, String method) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("principalId", admission.principal().actor());
        answer.put("policyDocument", allow(method));
        answer.put("context", admission.context());
        if (admission.principal().keyId() != null) {
            answer.put("usageIdentifierKey", admission.principal().keyId().toString());
        }
        return answer;
    }

    private static Map<String, Object> allow(String method) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of("Action", "execute-api:Invoke", "Effect", "Allow", "Resource", method)));
    }

    /** API Gateway answers 401 where an authoriser's error message is exactly this word. */
    public static final class Unauthorized extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unauthorized() {
            super("Unauthorized");
        }
    }
}
