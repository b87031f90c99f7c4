package org.heed.figures.review;

import org.heed.figures.Interval;

/**
 * An estimate and its interval.
 *
 * @param value the estimate
 * @param interval its interval
 */
public record Estimate(double value, Interval interval) {}
