package io.lumia.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.micronaut.core.reflect.GenericTypeUtils;

/** What a handler takes. */
final class HandlerTypes {

    private HandlerTypes() {}

    /** The event's class; Object where the handler does not say. */
    static Class<?> inputOf(Class<?> handler) {
        for (Class<?> type = handler; type != null; type = type.getSuperclass()) {
            Class<?>[] arguments = GenericTypeUtils.resolveInterfaceTypeArguments(type, RequestHandler.class);
            if (arguments.length == 2) {
                return arguments[0];
            }
        }
        return Object.class;
    }
}
