package io.lumia.recommendation.request;

/** How far to spread: the more, the smaller the largest weights and the more assets. From the least to the most. */
public enum DiversificationPreference implements Choice {
    LOW,
    MEDIUM,
    HIGH
}
