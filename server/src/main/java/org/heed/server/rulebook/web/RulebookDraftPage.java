package org.heed.server.rulebook.web;

import org.heed.server.rulebook.Checked;
import org.heed.server.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code rulebook/draft.jte}.
 *
 * @param overtaken whether another rulebook came into force since the draft was begun
 * @param checked null while nothing is changed
 */
public record RulebookDraftPage(
    Page page,
    RulebookDraft draft,
    boolean overtaken,
    @Nullable Checked checked,
    String title,
    String why) {}
