package org.heed.server.safeguarding.web;

import java.util.UUID;
import org.heed.server.web.Page;

/** The model of {@code safeguarding/restricted.jte}: a case that is closed to whoever asks. */
public record RestrictedCasePage(Page page, UUID id) {}
