package org.heed.server.web;

/**
 * The model of {@code page/goOn.jte}: signed in again, with what was typed before.
 *
 * @param action where it goes when it is sent again
 */
public record GoOn(Page page, String action, SentWords sent) {}
