package org.heed.server.rulebook.web;

import org.heed.server.web.Page;

/**
 * The model of {@code rulebook/file.jte}.
 *
 * @param proposes whether the reader may draft a change of it
 */
public record RulebookFilePage(Page page, String name, String text, boolean proposes) {}
