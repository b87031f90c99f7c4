package org.heed.server.web;

/**
 * One row of a task list.
 *
 * @param href where it is done, or empty where it cannot be yet
 * @param hint help under its name, or empty
 * @param status in words
 * @param colour of the tag that holds the status, or empty for plain words, as for what is done
 */
public record Task(String name, String href, String hint, String status, String colour) {}
