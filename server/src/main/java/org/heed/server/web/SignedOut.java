package org.heed.server.web;

/**
 * The model of {@code page/signedOut.jte}.
 *
 * @param ended whether the session ended by itself rather than by the person's wish
 */
public record SignedOut(Page page, String signIn, boolean ended) {}
