package io.lumia.sentiment.transformer.benchmark;

/**
 * What a scorer is worth on labelled texts of one set.
 *
 * @param accuracy  share of texts whose most likely polarity is the label, of all texts, withheld or not
 * @param macroF1  mean of the F1 of the three polarities, each of the same weight
 * @param calibrationErrorRaw  expected calibration error of the model's own probabilities
 * @param calibrationError  of the confidence that the scorer gives
 * @param coverage  share that is not withheld
 * @param accuracyAnswered  of those
 * @param singlyPerCpuSecond  texts per second of this thread's processor time, one at a time
 * @param batchedPerCpuSecond  the same in batches of 32 sorted by length, whose scores differ a little
 */
public record SentimentBenchmarkResult(
        String set,
        int texts,
        double accuracy,
        double macroF1,
        double calibrationErrorRaw,
        double calibrationError,
        double coverage,
        double accuracyAnswered,
        double singlyPerCpuSecond,
        double batchedPerCpuSecond) {}
