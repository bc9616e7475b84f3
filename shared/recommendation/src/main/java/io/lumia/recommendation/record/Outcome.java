package io.lumia.recommendation.record;

import io.lumia.kernel.AppException;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Withheld;
import java.util.Locale;

/** Whether there is a portfolio. */
public enum Outcome {
    RECOMMENDED,
    WITHHELD;

    public static Outcome of(Advice advice) {
        return switch (advice) {
            case Recommended _ -> RECOMMENDED;
            case Withheld _ -> WITHHELD;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome parse(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw AppException.invalid("outcome", code, "recommended, withheld");
    }
}
