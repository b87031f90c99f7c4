package org.heed.text;

import org.heed.rulebook.CueKind;

/**
 * A context word that stands before a finding in its sentence and does not govern it, by code
 * points.
 *
 * @param by what ends its scope
 * @param byStart where the terminator stands that ends it; elsewhere 0
 * @param byEnd after that terminator; 0 where it is none
 */
public record Spared(int start, int end, CueKind kind, Limit by, int byStart, int byEnd) {}
