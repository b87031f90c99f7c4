package org.heed.server.rulebook.web;

import org.heed.server.web.Page;

/** The model of {@code rulebook/new.jte}. */
public record NewRulebookFilePage(Page page, String folder, String name) {}
