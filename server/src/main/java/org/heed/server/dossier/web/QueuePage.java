package org.heed.server.dossier.web;

import org.heed.server.review.ReviewQueue.Waiting;
import org.heed.server.web.Page;

/** The model of {@code dossier/queue.jte}. */
public record QueuePage(Page page, Waiting waiting) {}
