package org.heed.rulebook;

/** An example text and where it stands. */
public record Sample(String text, Where at) {}
