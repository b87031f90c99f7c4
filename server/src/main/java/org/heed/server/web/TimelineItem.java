package org.heed.server.web;

import gg.jte.Content;

/**
 * Something on a timeline.
 *
 * @param by who recorded it, or empty
 * @param machineDate the date or time as ISO 8601
 * @param date the same in words; uncertain dates say so
 */
public record TimelineItem(
    String title, String by, String machineDate, String date, Content content) {}
