package org.heed.server.publication.web;

import org.heed.server.web.Page;

/** The model of {@code figure/atWork.jte} and of {@code figure/working.jte}, its part. */
public record WorkingPage(Page page, QuestionForm form) {}
