package org.heed.server.audit.web;

import org.heed.server.audit.RecordLooks;
import org.heed.server.web.Page;

/** The model of {@code audit/record.jte}. */
public record AuditRecord(Page page, RecordLooks looks) {}
