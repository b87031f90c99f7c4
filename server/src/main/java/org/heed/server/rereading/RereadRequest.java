package org.heed.server.rereading;

import java.time.LocalDate;
import org.heed.rulebook.Triage;
import org.heed.text.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the archive.
 *
 * @param reader reads by the rulebook in question
 * @param triage how soon somebody looks at a child newly prompted, as that rulebook has it
 * @param from the first day of recording; null: from the beginning
 * @param to the last day of recording; null: up to now
 */
public record RereadRequest(
    Reader reader, Triage triage, @Nullable LocalDate from, @Nullable LocalDate to) {

  /** The rulebook's full name. */
  public String rulebook() {
    return reader.rulebook().id().toString();
  }
}
