package io.lumia.recommendation.backtest;

import java.time.LocalDate;

/** What each of the three was worth at a session's close, after the day's costs. */
public record DayValue(LocalDate date, double portfolio, double benchmark, double equalWeight) {}
