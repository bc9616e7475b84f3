package io.lumia.functions.collectionapi.collector;

import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Where facts can be collected from. */
@Controller("/api/v1/collection/collectors")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class CollectorController {

    private final List<Capabilities> declared;
    private final ProviderKeys keys;

    CollectorController(Collection<WebAdapter> adapters, ProviderKeys keys) {
        this.declared = adapters.stream()
                .map(WebAdapter::capabilities)
                .sorted(Comparator.comparing(Capabilities::provider))
                .toList();
        this.keys = keys;
    }

    @Get
    @Operation(
            operationId = "listCollectors",
            summary = "Providers that facts can be collected from",
            description =
                    "By name: what each offers for which assets, how far back, how often it may be asked, whether it wants a key and whether one is configured, and under which terms.")
    ApiAnswer<List<CollectorView>> collectors(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(declared.stream()
                .map(one -> CollectorView.of(one, keys.isConfigured(one.provider())))
                .toList());
    }
}
