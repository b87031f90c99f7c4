package org.heed.server.publication.web;

import org.heed.server.web.Page;

/** The model of {@code figure/releaseDraft.jte}. */
public record ReleaseDraftPage(Page page, ReleaseDraft draft) {}
