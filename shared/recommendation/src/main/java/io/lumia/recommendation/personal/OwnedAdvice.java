package io.lumia.recommendation.personal;

import io.lumia.accounts.UserId;
import io.lumia.accounts.personal.OwnedData;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One section of what recommendations hold of a user. His partner keys ask in his name, so theirs is his. */
public final class OwnedAdvice implements OwnedData {

    private final String section;
    private final Function<String, List<String>> documents;
    private final Consumer<String> erasing;

    private OwnedAdvice(String section, Function<String, List<String>> documents, Consumer<String> erasing) {
        this.section = section;
        this.documents = documents;
        this.erasing = erasing;
    }

    /** Erases the other sections with it: they hang together. */
    public static OwnedAdvice recommendations(PersonalAdvice advice) {
        return new OwnedAdvice("recommendations", advice::recommendations, advice::erase);
    }

    public static OwnedAdvice feedback(PersonalAdvice advice) {
        return new OwnedAdvice("recommendation_feedback", advice::feedback, _ -> {});
    }

    public static OwnedAdvice backtests(PersonalAdvice advice) {
        return new OwnedAdvice("backtests", advice::backtests, _ -> {});
    }

    @Override
    public String section() {
        return section;
    }

    @Override
    public List<String> export(UserId owner) {
        return documents.apply(owner.toString());
    }

    @Override
    public void erase(UserId owner) {
        erasing.accept(owner.toString());
    }
}
