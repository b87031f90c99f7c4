package org.heed.server.audit.web;

import java.util.List;
import org.heed.server.audit.AuditEntry;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code audit/entries.jte}.
 *
 * @param kinds offered in the filter
 * @param older the address of the next page; null on the last
 * @param newest the address of the first page; null on the first
 */
public record AuditList(
    Page page,
    AuditFilter filter,
    List<Choice> kinds,
    List<AuditEntry> entries,
    @Nullable String older,
    @Nullable String newest) {

  public AuditList {
    kinds = List.copyOf(kinds);
    entries = List.copyOf(entries);
  }
}
