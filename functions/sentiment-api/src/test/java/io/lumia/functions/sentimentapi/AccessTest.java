package io.lumia.functions.sentimentapi;

import io.lumia.web.testing.AccessRules;
import io.lumia.web.testing.ApiCalls;

final class AccessTest extends AccessRules {

    private static final ApiUnderTest API = ApiUnderTest.shared();

    @Override
    protected ApiCalls api() {
        return API;
    }
}
