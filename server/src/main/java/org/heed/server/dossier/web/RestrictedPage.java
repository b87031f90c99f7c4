package org.heed.server.dossier.web;

import java.util.UUID;
import org.heed.server.web.Page;

/** The model of {@code dossier/restricted.jte}. */
public record RestrictedPage(Page page, UUID report, String reason) {}
