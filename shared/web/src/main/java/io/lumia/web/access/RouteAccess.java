package io.lumia.web.access;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Scope;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import java.util.Optional;

/** What a route says of who may call it. */
public sealed interface RouteAccess {

    /** Only with a scope. */
    record Scoped(Scope scope) implements RouteAccess {}

    /** Everybody, with credentials or without. */
    record Open() implements RouteAccess {}

    /** It says nothing: nobody may. */
    record Unstated() implements RouteAccess {}

    /** A method's own word goes before its controller's. */
    static RouteAccess of(AnnotationMetadataProvider route) {
        var metadata = route.getAnnotationMetadata();
        var own = metadata.getDeclaredMetadata();
        var saying = own.hasAnnotation(Needs.class) || own.hasAnnotation(OpenToAll.class) ? own : metadata;
        Optional<Scope> scope = saying.enumValue(Needs.class, Scope.class);
        boolean open = saying.hasAnnotation(OpenToAll.class);
        if (scope.isPresent() && open) {
            throw new AppException(ErrorCode.INTERNAL, "a route needs %s and is open to all".formatted(scope.get()));
        }
        return scope.<RouteAccess>map(Scoped::new).orElseGet(() -> open ? new Open() : new Unstated());
    }
}
