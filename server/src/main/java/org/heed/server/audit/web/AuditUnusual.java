package org.heed.server.audit.web;

import java.util.List;
import org.heed.server.audit.Looking;
import org.heed.server.web.Page;

/** The model of {@code audit/unusual.jte}. */
public record AuditUnusual(Page page, List<Looking> people) {
  public AuditUnusual {
    people = List.copyOf(people);
  }
}
