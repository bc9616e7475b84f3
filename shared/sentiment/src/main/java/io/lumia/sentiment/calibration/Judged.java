package io.lumia.sentiment.calibration;

/** One answer beside the truth: how sure it was, a fraction, and whether it was right. */
public record Judged(double confidence, boolean correct) {}
