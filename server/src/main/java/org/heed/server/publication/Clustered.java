package org.heed.server.publication;

import org.heed.figures.uncertainty.ClusteredRatio;
import org.jspecify.annotations.Nullable;

/**
 * What operations and linked people make of the ratio's interval.
 *
 * @param by what holds clusters together
 * @param ratio widened; null where either count is zero
 * @param together whether anything is held together at all
 * @param linked how many of what is counted in both periods have anybody linked in that role, or an
 *     operation
 * @param of how many are counted in both
 */
public record Clustered(
    Clusters.By by, @Nullable ClusteredRatio ratio, boolean together, long linked, long of) {}
