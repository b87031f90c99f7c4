/**
 * An invented police force, the Norchester Constabulary, whose truth is known: what happened, what
 * was reported, what was recorded and what its officers flagged, as one chronological stream of
 * {@link org.heed.simulator.SimulatedEvent events} that the same seed repeats to the byte. Truth is
 * kept in objects of its own and never reaches a report. Narratives are professional case notes:
 * they say that something was disclosed, never what was done.
 */
@NullMarked
package org.heed.simulator;

import org.jspecify.annotations.NullMarked;
