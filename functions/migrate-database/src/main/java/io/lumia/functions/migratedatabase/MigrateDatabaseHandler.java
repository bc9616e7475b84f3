package io.lumia.functions.migratedatabase;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.lumia.platform.lambda.FunctionContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Takes any event; answers with what was done. */
@Singleton
public final class MigrateDatabaseHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final MigrateDatabase migrateDatabase;

    /** For Lambda. */
    public MigrateDatabaseHandler() {
        this(FunctionContext.get().getBean(MigrateDatabase.class));
    }

    @Inject
    public MigrateDatabaseHandler(MigrateDatabase migrateDatabase) {
        this.migrateDatabase = migrateDatabase;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        var migrated = migrateDatabase.migrate();
        return Map.of(
                "migrations", migrated.migrations(),
                "partitions", migrated.partitions(),
                "time_series", migrated.timeSeries(),
                "deliveries_forgotten", migrateDatabase.forgetDeliveries());
    }
}
