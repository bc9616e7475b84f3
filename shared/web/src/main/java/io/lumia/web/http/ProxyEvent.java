package io.lumia.web.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.http.Admission;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What only the event knows that a request came as. */
final class ProxyEvent {

    private static final String ADMISSION = Admission.class.getName();

    private ProxyEvent() {}

    /** The body as sent; empty where there is none. */
    static byte[] body(HttpRequest<?> request) {
        APIGatewayProxyRequestEvent event = of(request);
        @Nullable String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(event.getIsBase64Encoded())
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** What the gateway's authoriser said of the request. */
    static Admission admission(HttpRequest<?> request) {
        return request.getAttribute(ADMISSION, Admission.class).orElseGet(() -> {
            Admission read = read(of(request));
            request.setAttribute(ADMISSION, read);
            return read;
        });
    }

    /** Where the request came from, as the gateway saw it; empty where it does not say. */
    static String sourceAddress(HttpRequest<?> request) {
        APIGatewayProxyRequestEvent event = of(request);
        return event.getRequestContext() == null
                        || event.getRequestContext().getIdentity() == null
                        || event.getRequestContext().getIdentity().getSourceIp() == null
                ? ""
                : event.getRequestContext().getIdentity().getSourceIp();
    }

    /** By which the gateway knows the request; null where it does not say. */
    static @Nullable String gatewayRequestId(HttpRequest<?> request) {
        APIGatewayProxyRequestEvent event = of(request);
        return event.getRequestContext() == null
                ? null
                : event.getRequestContext().getRequestId();
    }

    private static Admission read(APIGatewayProxyRequestEvent event) {
        return Admission.read(
                event.getRequestContext() == null
                        ? null
                        : event.getRequestContext().getAuthorizer());
    }

    private static APIGatewayProxyRequestEvent of(HttpRequest<?> request) {
        if (request instanceof ServletHttpRequest<?, ?> servlet
                && servlet.getNativeRequest() instanceof APIGatewayProxyRequestEvent event) {
            return event;
        }
        throw new AppException(ErrorCode.INTERNAL, "this request did not come as a proxy event");
    }
}
