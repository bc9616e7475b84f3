package io.lumia.functions.recommendationapi;

import io.lumia.web.testing.AccessRules;
import io.lumia.web.testing.ApiCalls;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

final class AccessTest extends AccessRules {

    private static final ApiUnderTest API = ApiUnderTest.start(Map.of());

    @AfterAll
    static void close() {
        API.close();
    }

    @Override
    protected ApiCalls api() {
        return API;
    }
}
