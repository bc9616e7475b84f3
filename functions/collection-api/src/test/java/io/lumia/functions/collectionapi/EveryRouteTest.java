package io.lumia.functions.collectionapi;

import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.EveryRoute;
import java.util.List;

class EveryRouteTest extends EveryRoute {

    @Override
    protected ApiCalls api() {
        return ApiUnderTest.shared();
    }

    @Override
    protected List<String> routes() {
        return List.of(
                "/api/v1/collection/runs",
                "/api/v1/collection/runs/00000000-0000-0001-0000-000000000001",
                "/api/v1/collection/gaps",
                "/api/v1/collection/collectors",
                "/api/v1/collection/quarantine",
                "/api/v1/collection/jobs",
                "/api/v1/collection/jobs/daily-prices",
                "/api/v1/collection/jobs/daily-prices/analytics",
                "/api/v1/collection/templates",
                "/api/v1/collection/templates/daily-prices",
                "/api/v1/collection/dead-letters",
                "/api/v1/collection/alarms");
    }

    @Override
    protected List<String> readOnlyRoutes() {
        List<String> written = List.of(
                "/api/v1/collection/jobs",
                "/api/v1/collection/jobs/daily-prices",
                "/api/v1/collection/templates",
                "/api/v1/collection/templates/daily-prices");
        return routes().stream().filter(route -> !written.contains(route)).toList();
    }

    @Override
    protected List<String> dataRoutes() {
        return routes();
    }

    @Override
    protected List<String> steadyRoutes() {
        return routes();
    }

    @Override
    protected List<String> textParameters() {
        return List.of(
                "/api/v1/collection/runs?job=",
                "/api/v1/collection/runs?status=",
                "/api/v1/collection/runs/",
                "/api/v1/collection/gaps?symbol=",
                "/api/v1/collection/quarantine?symbol=",
                "/api/v1/collection/quarantine?reason=",
                "/api/v1/collection/quarantine/",
                "/api/v1/collection/dead-letters?queue=",
                "/api/v1/collection/jobs/",
                "/api/v1/collection/jobs/daily-prices/analytics?days=",
                "/api/v1/collection/templates/",
                "/api/v1/collection/alarms?all=");
    }
}
