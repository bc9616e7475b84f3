package io.lumia.functions.accountapi;

import io.lumia.web.testing.AccessRules;
import io.lumia.web.testing.ApiCalls;
import org.junit.jupiter.api.AfterAll;

final class AccessTest extends AccessRules {

    private static final ApiUnderTest API = ApiUnderTest.start();

    @AfterAll
    static void close() {
        API.close();
    }

    @Override
    protected ApiCalls api() {
        return API;
    }
}
