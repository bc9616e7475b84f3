package io.lumia.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be a label is closed: no asset, person, key or request becomes one. */
final class LabelTest {

    /** Names of a release's own parts, taken from lists that are fixed when a process starts. */
    private static final Set<Class<?>> NAMES_OF_PARTS = Set.of(FunctionName.class, ProviderName.class);

    /** CloudWatch takes about 0.30 dollars a month of each. */
    private static final int MOST_PAID_SERIES = 60;

    private static final List<String> KNOWN = List.of("stooq", "yahoo");

    @Test
    void everyLabelIsAnEnumOrANameOfAPart() {
        for (Class<?> type : Label.class.getPermittedSubclasses()) {
            assertThat(type.isEnum() || NAMES_OF_PARTS.contains(type))
                    .as(type.getSimpleName())
                    .isTrue();
        }
    }

    @Test
    void nobodyOutsideMakesANameOfAPart() {
        for (Class<?> type : NAMES_OF_PARTS) {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                assertThat(Modifier.isPrivate(constructor.getModifiers())).isTrue();
            }
        }
    }

    @Test
    void whatIsNoProviderOfThisReleaseIsOther() {
        assertThat(ProviderName.of("yahoo", KNOWN).value()).isEqualTo("yahoo");
        assertThat(ProviderName.of("AAPL", KNOWN)).isEqualTo(ProviderName.OTHER);
        assertThat(ProviderName.of("jane@example.org", KNOWN)).isEqualTo(ProviderName.OTHER);
    }

    @Test
    void aFunctionIsNamedByItsFolderNotByItsDeployment() {
        assertThat(named("lumia-dev-score-sentiment").value()).isEqualTo("score-sentiment");
        assertThat(named("somebody-elses-function")).isEqualTo(FunctionName.NONE);
        assertThat(FunctionName.of(Map.of())).isEqualTo(FunctionName.NONE);
    }

    @Test
    void noLabelIsNamedAfterAnythingOfSomebody() {
        assertThat(Stream.of(LabelKey.values()).map(LabelKey::text))
                .doesNotContain("asset", "asset_id", "symbol", "user", "user_id", "key", "request_id", "path", "email");
    }

    @Test
    void valuesNeedNoEscape() {
        assertThat(values()).allMatch(value -> value.matches("[a-z0-9_]{1,30}"));
    }

    @Test
    void cloudWatchGetsAPartOfTheLabels() {
        PaidSeries.measures()
                .forEach(measure ->
                        assertThat(measure.labels()).as(measure.text()).containsAll(measure.dimensions()));
    }

    @Test
    void noMeasureHasADimensionWhoseValuesAreNoClosedList() {
        PaidSeries.measures().forEach(measure -> assertThat(measure.dimensionSets())
                .as(measure.text())
                .isNotEmpty()
                .allSatisfy(dimensions -> assertThat(dimensions).allSatisfy(key -> assertThat(PaidSeries.values(key))
                        .as(key.text())
                        .isNotEmpty())));
    }

    @Test
    void whatCloudWatchIsPaidForHasABound() {
        assertThat(PaidSeries.most()).isBetween(1, MOST_PAID_SERIES);
    }

    @Test
    void otherLabelsThanTheMeasuresOwnAreRefused() {
        assertThatThrownBy(() -> new MetricBook().count(Counter.REQUESTS, StatusClass.SUCCESS, RouteClass.NEWS))
                .isInstanceOf(AppException.class)
                .hasMessage("labels of requests are [STATUS, ROUTE]; allowed: [ROUTE, STATUS]");
    }

    @Test
    void aPathsOwnWordsSayWhatItIsAbout() {
        assertThat(RouteClass.of("/api/v1/assets/AAPL/prices")).isEqualTo(RouteClass.PRICES);
        assertThat(RouteClass.of("/api/v1/assets/AAPL")).isEqualTo(RouteClass.ASSETS);
        assertThat(RouteClass.of("/api/v1/openapi.json")).isEqualTo(RouteClass.DOCUMENT);
        assertThat(RouteClass.of("/api/v1/AAPL")).isEqualTo(RouteClass.OTHER);
        assertThat(RouteClass.of("/wp-login.php")).isEqualTo(RouteClass.OTHER);
    }

    @Test
    void ourOwnLimitsAreNotTheCallersFault() {
        assertThat(Stream.of(200, 304, 404, 429, 503).map(StatusClass::of).map(Label::value))
                .containsExactly("2xx", "3xx", "4xx", "429", "5xx");
    }

    private static List<String> values() {
        return Stream.of(LabelKey.values())
                .flatMap(PaidSeries::values)
                .map(Label::value)
                .toList();
    }

    private static FunctionName named(String name) {
        return FunctionName.of(Map.of("AWS_LAMBDA_FUNCTION_NAME", name));
    }
}
