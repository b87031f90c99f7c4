package org.heed.text;

import org.heed.rulebook.CueKind;

/** A context word that decided something about a finding, by code points, and how it reached. */
public record CueSpan(int start, int end, CueKind kind, Scope scope) {}
