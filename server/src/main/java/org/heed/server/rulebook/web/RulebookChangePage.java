package org.heed.server.rulebook.web;

import org.heed.server.rulebook.Checked;
import org.heed.server.rulebook.RulebookChange;
import org.heed.server.web.Page;

/**
 * The model of {@code rulebook/change.jte}.
 *
 * @param checked against the rulebook in force now
 * @param inForce whether it is what is read by now
 * @param overtaken whether another rulebook came into force since it was written
 * @param assures whether the reader may assure or decline it
 * @param adopts whether the reader may be one of the two who adopt it
 */
public record RulebookChangePage(
    Page page,
    RulebookChange change,
    Checked checked,
    boolean inForce,
    boolean overtaken,
    boolean assures,
    boolean adopts,
    String decision,
    String reason) {}
