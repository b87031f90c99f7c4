package org.heed.text;

import org.heed.rulebook.CueKind;

/**
 * A context word that decided something about a finding, by code points, and how it reached.
 *
 * @param rule the id of the rulebook's cue; empty for a question mark or a quotation
 */
public record CueSpan(int start, int end, CueKind kind, Scope scope, String rule) {}
