package io.lumia.functions.collect;

import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unchanged;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import java.util.List;

/**
 * When another provider is asked, and whose answer counts in the end.
 *
 * <table>
 *   <caption>Outcomes</caption>
 *   <tr><td>fetched, unchanged, empty_confirmed</td><td>an answer; nobody else is asked</td></tr>
 *   <tr><td>unreachable, blocked, schema_changed, plan_limit, bad_key</td><td>the next one is asked</td></tr>
 *   <tr><td>throttled</td><td>the next one is asked: the provider has waited already, as long as it could</td></tr>
 *   <tr><td>symbol_unknown</td><td>the next one is asked: it may spell or know it</td></tr>
 * </table>
 *
 * <p>Where none has an answer, the one that is most likely to have it later speaks for all: throttled before unreachable
 * before the first one's own outcome.
 */
final class FallbackRule {

    private FallbackRule() {}

    static boolean asksTheNext(ProviderAnswer answer) {
        return switch (answer) {
            case Fetched _, Unchanged _, EmptyConfirmed _ -> false;
            case Unreachable _, Blocked _, SchemaChanged _, PlanLimit _, BadKey _, Throttled _, SymbolUnknown _ -> true;
        };
    }

    /** Whether the same request may be answered otherwise when it is asked again soon. */
    static boolean mayPass(ProviderAnswer answer) {
        return switch (answer) {
            case Throttled _, Unreachable _ -> true;
            case Fetched _,
                    Unchanged _,
                    EmptyConfirmed _,
                    SymbolUnknown _,
                    SchemaChanged _,
                    PlanLimit _,
                    BadKey _,
                    Blocked _ -> false;
        };
    }

    /** Which of the answers speaks for all, none of which has content: its place in the list. */
    static int speaksForAll(List<ProviderAnswer> answers) {
        int best = 0;
        for (int i = 1; i < answers.size(); i++) {
            if (hope(answers.get(i)) > hope(answers.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int hope(ProviderAnswer answer) {
        return switch (answer) {
            case Throttled _ -> 2;
            case Unreachable _ -> 1;
            case Fetched _,
                    Unchanged _,
                    EmptyConfirmed _,
                    SymbolUnknown _,
                    SchemaChanged _,
                    PlanLimit _,
                    BadKey _,
                    Blocked _ -> 0;
        };
    }
}
