package io.lumia.functions.recommendationapi;

import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.EveryRoute;
import java.util.List;

class EveryRouteTest extends EveryRoute {

    private static final String ONE =
            ApiUnderTest.PATH + "/" + ApiUnderTest.shared().recommended();

    @Override
    protected ApiCalls api() {
        return ApiUnderTest.shared();
    }

    @Override
    protected List<String> routes() {
        return List.of(
                ApiUnderTest.PATH, ApiUnderTest.PATH + "/scorecard", ONE, ONE + "/frontier", "/api/v1/backtests");
    }

    @Override
    protected List<String> readOnlyRoutes() {
        return List.of(ApiUnderTest.PATH + "/scorecard", ONE, ONE + "/frontier");
    }

    @Override
    protected List<String> dataRoutes() {
        return routes();
    }

    @Override
    protected List<String> steadyRoutes() {
        return List.of(ApiUnderTest.PATH + "/scorecard", ONE, ONE + "/frontier");
    }

    @Override
    protected List<String> textParameters() {
        return List.of(ApiUnderTest.PATH + "?page=", ApiUnderTest.PATH + "?per_page=", ApiUnderTest.PATH + "/");
    }
}
