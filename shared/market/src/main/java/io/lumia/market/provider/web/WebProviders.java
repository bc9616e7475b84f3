package io.lumia.market.provider.web;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.retry.Backoff;
import io.lumia.platform.web.WebClient;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes a provider of every adapter on the class path. Client and gate come into being with the first call. */
@Singleton
public final class WebProviders {

    /** Three tries of a call, seconds apart; the queue tries a request again after minutes. */
    private static final int MAX_ATTEMPTS = 3;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    private final List<WebProvider> providers;

    public WebProviders(
            Collection<WebAdapter> adapters,
            ProviderConfiguration configuration,
            BeanProvider<WebClient> client,
            BeanProvider<CallGate> gate,
            Clock clock) {
        Backoff backoff = Backoff.of(MAX_ATTEMPTS, FIRST_WAIT, LONGEST_WAIT);
        this.providers = adapters.stream()
                .map(adapter -> new WebProvider(
                        adapter,
                        configuration.settingsOf(adapter.capabilities()),
                        request -> client.get().get(request),
                        new LazyGate(gate),
                        backoff,
                        clock))
                .toList();
    }

    public List<WebProvider> all() {
        return providers;
    }

    /** Functions that only read answers have no database, and must not ask anybody. */
    private record LazyGate(BeanProvider<CallGate> gate) implements CallGate {

        private CallGate found() {
            if (!gate.isPresent()) {
                throw new AppException(
                        ErrorCode.INTERNAL,
                        "a web provider is asked where no ledger of calls is; a database is needed");
            }
            return gate.get();
        }

        @Override
        public Permission enter(Caller caller, Call call, Instant at) {
            return found().enter(caller, call, at);
        }

        @Override
        public void end(long callId, CallEnd end) {
            found().end(callId, end);
        }

        @Override
        public Optional<Validators> validators(String provider, String address) {
            return found().validators(provider, address);
        }
    }
}
