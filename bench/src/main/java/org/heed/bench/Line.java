package org.heed.bench;

/**
 * One figure beside its peer.
 *
 * @param figure what was measured
 * @param wanted what Heed promises
 * @param ours what it did
 * @param beside the peer or the machine's limit, and what that did
 * @param ratio of ours to the peer, in words; empty where there is none
 * @param holds whether the promise was kept
 */
record Line(
    String figure, String wanted, String ours, String beside, String ratio, boolean holds) {}
