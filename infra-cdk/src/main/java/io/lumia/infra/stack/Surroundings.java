package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.stack.NetworkStack.FunctionNetwork;
import java.util.Optional;

/**
 * What all functions of a stage share.
 *
 * @param network where those are put that see the database; empty where there is none
 */
record Surroundings(
        Names names,
        StageSettings settings,
        DataStack.Kept kept,
        DatabaseAccess database,
        Optional<FunctionNetwork> network,
        FunctionCode code) {}
