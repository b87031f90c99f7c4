package org.heed.server.rulebook.web;

import org.heed.server.rulebook.Checked;
import org.heed.server.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code rulebook/draft.jte}.
 *
 * @param checked null while nothing is changed
 */
public record RulebookDraftPage(
    Page page, RulebookDraft draft, @Nullable Checked checked, String title, String why) {}
