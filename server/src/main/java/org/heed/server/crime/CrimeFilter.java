package org.heed.server.crime;

/**
 * Which crimes a list shows; an empty text stands for any.
 *
 * @param standing counted, cancelled or apart
 */
public record CrimeFilter(String area, String offence, String standing, String number) {}
