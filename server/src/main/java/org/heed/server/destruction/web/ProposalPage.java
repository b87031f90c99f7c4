package org.heed.server.destruction.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heed.server.destruction.Destruction;
import org.heed.server.destruction.Destructions;
import org.heed.server.destruction.Preview;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;

/** The model of {@code destruction/proposal.jte}: what somebody proposed, and what became of it. */
public record ProposalPage(
    Page page, Destruction proposal, Destructions.Opened opened, UUID me, Typed typed) {

  /** What would go. */
  public Preview preview() {
    return opened.preview();
  }

  /** Whether it is the reader's own. */
  public boolean isMine() {
    return proposal.proposedBy().equals(me);
  }

  /** What is known of it. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Report", proposal.reference()));
    facts.add(Fact.of("Area", Words.title(proposal.area())));
    facts.add(Fact.of("Basis", proposal.basis().title()));
    facts.add(Fact.of("Why", proposal.reason()));
    facts.add(Fact.of("Proposed by", proposal.by() + ", " + Words.dateTime(proposal.at())));
    Destruction.Decision decision = proposal.decision();
    if (decision != null) {
      facts.add(Fact.of("Came to", decision.verdict().title()));
      facts.add(Fact.of("Decided by", decision.by() + ", " + Words.dateTime(decision.at())));
      facts.add(Fact.of("Why it was decided so", decision.reason()));
    }
    return facts;
  }

  /** Yes or no. */
  public List<Choice> choices() {
    return List.of(
        Choice.of("approve", "Yes: destroy it now, for good").chosen(typed.get("decision")),
        Choice.of("refuse", "No: leave it as it is").chosen(typed.get("decision")));
  }

  /** The identifier only. */
  @Override
  public String toString() {
    return "ProposalPage[" + proposal.id() + "]";
  }
}
