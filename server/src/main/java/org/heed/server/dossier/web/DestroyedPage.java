package org.heed.server.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.server.destruction.DestroyedReport;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code dossier/destroyed.jte}: that a report was there. */
public record DestroyedPage(Page page, DestroyedReport gone) {

  /** Which it was, for those who could have read it. */
  public String heading() {
    return gone.reference() == null
        ? "This report was destroyed"
        : "Report " + gone.reference() + " was destroyed";
  }

  /** When, by whom, and on what basis. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Destroyed", Words.dateTime(gone.at())));
    facts.add(Fact.of("Basis", gone.basis().title()));
    facts.add(Fact.of("Proposed by", gone.proposedBy()));
    facts.add(Fact.of("Approved by", gone.decidedBy()));
    if (gone.area() != null && gone.reason() != null && gone.decisionReason() != null) {
      facts.add(Fact.of("Area", Words.title(gone.area())));
      facts.add(Fact.of("Why it was proposed", gone.reason()));
      facts.add(Fact.of("Why it was approved", gone.decisionReason()));
    }
    return facts;
  }
}
