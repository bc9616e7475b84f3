package io.lumia.platform.metrics;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Something that is measured. All there is stands in the enums below it. */
public sealed interface Measure permits Counter, Gauge, Timing {

    /** The enum constant's name. */
    String name();

    /** One sentence for whoever reads the number. */
    String help();

    /** What it is split by, in the order in which labels are given. */
    List<LabelKey> labels();

    /**
     * What it is split by in CloudWatch, where each combination costs money every month; a part of {@link #labels()}. The
     * others stand in the log line beside the number and can be asked for there.
     */
    List<LabelKey> dimensions();

    /** The combinations of dimensions under which CloudWatch keeps it. */
    default List<List<LabelKey>> dimensionSets() {
        return List.of(dimensions());
    }

    /** In lower case: {@code rows_loaded}. */
    default String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fails where the labels are not those that the measure has. */
    default List<Label> checked(Label... given) {
        List<LabelKey> keys = Arrays.stream(given).map(Label::key).toList();
        if (!keys.equals(labels())) {
            throw new AppException(
                    ErrorCode.INTERNAL, "labels of %s are %s; allowed: %s".formatted(text(), keys, labels()));
        }
        return List.of(given);
    }
}
