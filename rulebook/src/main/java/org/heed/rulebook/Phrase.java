package org.heed.rulebook;

/** A pattern as written, as understood, and where it stands. */
public record Phrase(String text, Pattern pattern, Where at) {}
