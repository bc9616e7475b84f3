package io.lumia.accounts.partner.gateway;

import io.lumia.accounts.partner.GatewayKeys;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.aws.AwsFailures;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiKey;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.UsagePlan;
import software.amazon.awssdk.services.apigateway.model.UsagePlanKey;

/** Keys and usage plans of API Gateway. Plans are made by the deployment and found by their names. */
final class ApiGatewayKeys implements GatewayKeys {

    /** In plans of these, whoever has a key of his own may be. */
    private static final List<QuotaTier> TIERS = List.of(QuotaTier.AUTHENTICATED, QuotaTier.PREMIUM);

    private static final String KEY = "partner-";
    private static final String KEY_TYPE = "API_KEY";

    private final Supplier<ApiGatewayClient> client;
    private final String prefix;
    private final Map<QuotaTier, String> plans = new EnumMap<>(QuotaTier.class);

    /** @param prefix of the names of plans and keys */
    ApiGatewayKeys(Supplier<ApiGatewayClient> client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    @Override
    public Map<UUID, Set<QuotaTier>> all() {
        Map<UUID, Set<QuotaTier>> held = new HashMap<>();
        keysNamed(prefix + KEY).forEach(key -> held.put(idOf(key.name()), new HashSet<>()));
        for (QuotaTier tier : TIERS) {
            String plan = plan(tier);
            List<UsagePlanKey> inPlan = translated(
                    "listing the keys of usage plan " + plan,
                    () -> Pages.all(position -> {
                        var page = client.get().getUsagePlanKeys(request -> request.usagePlanId(plan)
                                .limit(Pages.SIZE)
                                .position(position));
                        return new Pages.Page<>(page.items(), page.position());
                    }));
            inPlan.stream().filter(key -> key.name().startsWith(prefix + KEY)).forEach(key -> held.computeIfAbsent(
                            idOf(key.name()), _ -> new HashSet<>())
                    .add(tier));
        }
        return held;
    }

    @Override
    public void add(UUID keyId, QuotaTier tier) {
        String plan = plan(tier);
        String key = keysNamed(name(keyId)).stream().map(ApiKey::id).findFirst().orElseGet(() -> create(keyId));
        translated("putting key %s into usage plan %s".formatted(keyId, plan), () -> {
            try {
                return client.get()
                        .createUsagePlanKey(
                                request -> request.usagePlanId(plan).keyId(key).keyType(KEY_TYPE));
            } catch (ConflictException _) {
                return key;
            }
        });
    }

    private String create(UUID keyId) {
        return translated("making key %s at the gateway".formatted(keyId), () -> client.get()
                        .createApiKey(request -> request.name(name(keyId))
                                .value(keyId.toString())
                                .description("Of a partner; made and removed by Lumia")
                                .enabled(true)))
                .id();
    }

    @Override
    public void remove(UUID keyId) {
        for (ApiKey key : keysNamed(name(keyId))) {
            translated("removing key %s from the gateway".formatted(keyId), () -> {
                try {
                    return client.get().deleteApiKey(request -> request.apiKey(key.id()));
                } catch (NotFoundException _) {
                    return key;
                }
            });
        }
    }

    /** The gateway's query is by how names begin. */
    private List<ApiKey> keysNamed(String beginning) {
        return translated(
                "listing the gateway's keys",
                () -> Pages.all(position -> {
                    var page = client.get().getApiKeys(request -> request.nameQuery(beginning)
                            .includeValues(false)
                            .limit(Pages.SIZE)
                            .position(position));
                    return new Pages.Page<>(
                            page.items().stream()
                                    .filter(key ->
                                            key.name() != null && key.name().startsWith(beginning))
                                    .toList(),
                            page.position());
                }));
    }

    /** Plans stay as they are as long as a release does, so each is looked for once a process. */
    private synchronized String plan(QuotaTier tier) {
        return plans.computeIfAbsent(tier, this::findPlan);
    }

    private String findPlan(QuotaTier tier) {
        String name = prefix + tier.name().toLowerCase(Locale.ROOT);
        List<UsagePlan> all = translated(
                "listing usage plans",
                () -> Pages.all(position -> {
                    var page = client.get()
                            .getUsagePlans(request -> request.limit(Pages.SIZE).position(position));
                    return new Pages.Page<>(page.items(), page.position());
                }));
        return all.stream()
                .filter(plan -> name.equals(plan.name()))
                .map(UsagePlan::id)
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ErrorCode.INTERNAL,
                        "usage plan '%s' is not there; the stage's api.plans make it".formatted(name)));
    }

    private String name(UUID keyId) {
        return prefix + KEY + keyId;
    }

    private UUID idOf(String name) {
        try {
            return UUID.fromString(name.substring(prefix.length() + KEY.length()));
        } catch (IllegalArgumentException e) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "the gateway's key '%s' is none of ours, though it is called like one; remove it".formatted(name),
                    e);
        }
    }

    private static <T> T translated(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw AwsFailures.translated(what, e);
        }
    }
}
