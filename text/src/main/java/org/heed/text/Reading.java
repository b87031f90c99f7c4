package org.heed.text;

import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Ask;
import org.heed.rulebook.RulebookId;

/**
 * What Heed read in a narrative. It prompts; a person decides.
 *
 * @param ask what a person is asked, if anything
 * @param reasons one for each prompt rule that holds
 * @param malformed how many bytes of the text were malformed and read as U+FFFD
 */
public record Reading(
    String id,
    Optional<Ask> ask,
    RulebookId rulebook,
    List<Reason> reasons,
    List<Finding> findings,
    List<LanguageNote> language,
    int malformed) {
  public Reading {
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
    language = List.copyOf(language);
  }

  /** The same, of a text of which so many bytes more were malformed and repaired before. */
  public Reading withRepaired(int bytes) {
    return bytes == 0
        ? this
        : new Reading(id, ask, rulebook, reasons, findings, language, malformed + bytes);
  }

  @Override
  public String toString() {
    return "Reading[" + findings.size() + " findings, ask " + ask + "]";
  }
}
