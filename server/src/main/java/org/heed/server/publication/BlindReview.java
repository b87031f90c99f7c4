package org.heed.server.publication;

import org.heed.figures.inference.AdjustedChange;
import org.jspecify.annotations.Nullable;

/**
 * What random draws, read by people who did not know why a report was before them, say of the
 * change. It rests on assumptions and is never added to the accounting split.
 *
 * @param drawn how many reports of both periods were drawn at random
 * @param read how many of those were read and decided
 * @param waiting prompted reports of both periods whose prompt nobody has answered: no draw reaches
 *     them, so that they make a range
 * @param unequal whether reports of one period were drawn with different chances: those drawn then
 *     do not stand for the rest, and nothing is estimated
 * @param adjusted null where nothing is estimated, or nothing drawn was read
 */
public record BlindReview(
    long drawn, long read, long waiting, boolean unequal, @Nullable AdjustedChange adjusted) {}
