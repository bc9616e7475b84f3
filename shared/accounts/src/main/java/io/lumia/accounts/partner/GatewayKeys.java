package io.lumia.accounts.partner;

import io.lumia.accounts.quota.QuotaTier;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keys as the API's gateway knows them: an outer bound that refuses floods before anything of ours runs. It counts
 * roughly; what counts exactly is {@link io.lumia.accounts.quota.TakeQuota}. It gets a key's id, never its text.
 */
public interface GatewayKeys {

    /** All that are there, each with the plans that it is in, which is one unless something failed half way. */
    Map<UUID, Set<QuotaTier>> all();

    /** Makes it known in a plan. A second time changes nothing. */
    void add(UUID keyId, QuotaTier tier);

    /** Takes it away. One that is not there is no failure. */
    void remove(UUID keyId);
}
