package io.lumia.functions.collectionapi.collector;

import io.lumia.collection.Alarms;
import io.lumia.collection.Alarms.Alarm;
import io.lumia.collection.CallLedger;
import io.lumia.collection.CallLedger.KeyQuotas;
import io.lumia.collection.CallLedger.ProviderState;
import io.lumia.collection.CallLedger.QuotaUse;
import io.lumia.kernel.access.Scope;
import io.lumia.market.provider.Providers;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.ProviderConfiguration;
import io.lumia.market.provider.web.ProviderSettings;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where facts can be collected from, and how it stands with each. */
@Needs(Scope.COLLECTION_READ)
@Controller("/api/v1/collection/collectors")
@Tag(name = "collection")
@Cached(Cached.REVALIDATED)
final class CollectorController {

    private static final String SUBJECT = "provider:";

    private final Providers providers;
    private final ProviderConfiguration configuration;
    private final CallLedger ledger;
    private final Alarms alarms;
    private final Clock clock;

    CollectorController(
            Providers providers, ProviderConfiguration configuration, CallLedger ledger, Alarms alarms, Clock clock) {
        this.providers = providers;
        this.configuration = configuration;
        this.ledger = ledger;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listCollectors",
            summary = "Providers that facts can be collected from",
            description =
                    "By name: what each offers for which assets, how far back, how often it may be asked, whether it wants a key and whether one is configured, under which terms, how calls to it went and what is left of its quotas, what is alarming about it, and the options of a job of it.")
    ApiAnswer<List<CollectorView>> collectors(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        Map<String, List<Alarm>> open = alarms.open().stream().collect(Collectors.groupingBy(Alarm::subject));
        List<Declared> declared = providers.capabilities().stream()
                .map(one -> new Declared(one, configuration.settingsOf(one)))
                .toList();
        Map<String, List<CollectorView.State>> states = states(declared);
        return request.answer(declared.stream()
                .map(one -> CollectorView.of(
                        one.capabilities(),
                        one.settings(),
                        states.getOrDefault(one.provider(), List.of()),
                        open.getOrDefault(SUBJECT + one.provider(), List.of())))
                .toList());
    }

    /** By provider; the uses of all quotas of all keys are asked for at once. */
    private Map<String, List<CollectorView.State>> states(List<Declared> declared) {
        Map<String, ProviderSettings> settings =
                declared.stream().collect(Collectors.toMap(Declared::provider, Declared::settings));
        List<ProviderState> states = ledger.states().stream()
                .filter(state -> settings.containsKey(state.provider()))
                .toList();
        Iterator<List<QuotaUse>> uses = ledger.uses(
                        states.stream()
                                .map(state -> new KeyQuotas(
                                        state.provider(),
                                        state.keyId(),
                                        Objects.requireNonNull(settings.get(state.provider()), "others were left out")
                                                .quotas()))
                                .toList(),
                        clock.instant())
                .iterator();
        return states.stream()
                .collect(Collectors.groupingBy(
                        ProviderState::provider,
                        Collectors.mapping(state -> CollectorView.State.of(state, uses.next()), Collectors.toList())));
    }

    /** What a provider says of itself, and what this installation sets. */
    private record Declared(Capabilities capabilities, ProviderSettings settings) {

        String provider() {
            return capabilities.provider();
        }
    }
}
