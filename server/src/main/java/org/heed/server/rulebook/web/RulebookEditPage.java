package org.heed.server.rulebook.web;

import org.heed.server.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code rulebook/edit.jte}.
 *
 * @param tried null while there is no sample
 */
public record RulebookEditPage(
    Page page, String name, String text, String sample, @Nullable Tried tried) {}
