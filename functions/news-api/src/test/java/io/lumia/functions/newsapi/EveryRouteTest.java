package io.lumia.functions.newsapi;

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
                "/api/v1/news",
                "/api/v1/news/" + ApiUnderTest.shared().idOf("Boeing wins"),
                "/api/v1/assets/AAPL/sentiment");
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
                "/api/v1/news?q=",
                "/api/v1/news?assets=",
                "/api/v1/news?sources=",
                "/api/v1/news?types=",
                "/api/v1/news?kinds=",
                "/api/v1/news?min_score=",
                "/api/v1/news/",
                "/api/v1/assets/AAPL/sentiment?start=",
                "/api/v1/assets/AAPL/sentiment?page_token=");
    }
}
