package org.heed.server.publication;

/**
 * What the record lacks that the figure needs.
 *
 * @param undecided reports of the same period and area that the rulebook prompts and on which
 *     nobody has decided: they may be flagged yet
 * @param counted how many reports or crimes the three below are of
 * @param notHappened of what is counted, how many have no day on which it happened
 * @param noRoute how many do not say how it came to notice
 * @param unread how many were not read by the rulebook asked for; nought where none is asked for
 */
public record Missing(long undecided, long counted, long notHappened, long noRoute, long unread) {}
