package org.heed.server.web;

/** One step of the way back: a word and the page it leads to. */
public record Crumb(String label, String href) {}
