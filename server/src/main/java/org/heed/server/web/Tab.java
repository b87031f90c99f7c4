package org.heed.server.web;

import gg.jte.Content;

/** One of several views of a page: without scripts they follow one another. */
public record Tab(String id, String label, Content content) {}
