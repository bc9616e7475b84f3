package io.lumia.platform.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many metrics CloudWatch bills of ours: a name with each combination of its dimensions' values is one. All that can be,
 * whether or not a month sees them.
 */
public final class PaidSeries {

    private PaidSeries() {}

    /** Of all that is measured. */
    public static int most() {
        return measures().mapToInt(PaidSeries::of).sum();
    }

    static Stream<Measure> measures() {
        return Stream.<Measure[]>of(Counter.values(), Gauge.values(), Timing.values())
                .flatMap(Arrays::stream);
    }

    private static int of(Measure measure) {
        return measure.dimensionSets().stream()
                .mapToInt(PaidSeries::combinations)
                .sum();
    }

    private static int combinations(List<LabelKey> dimensions) {
        return dimensions.stream().mapToInt(key -> (int) values(key).count()).reduce(1, (one, other) -> one * other);
    }

    /** Empty for a key whose values are no closed list, which is therefore no dimension. */
    static Stream<Label> values(LabelKey key) {
        return Arrays.stream(Label.class.getPermittedSubclasses())
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Label.class::cast)
                .filter(label -> label.key() == key);
    }
}
