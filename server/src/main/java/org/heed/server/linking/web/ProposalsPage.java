package org.heed.server.linking.web;

import java.time.LocalDate;
import java.util.List;
import org.heed.linkage.Settings;
import org.heed.linkage.Weights;
import org.heed.server.linking.Proposals;
import org.heed.server.linking.Proposals.Proposal;
import org.heed.server.person.Identities;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code linking/proposals.jte}.
 *
 * @param all how many are open, as far as they are counted
 * @param waiting decisions that others in force speak against
 */
public record ProposalsPage(
    Page page, List<Proposal> proposals, long all, List<Identities.Waiting> waiting) {

  public ProposalsPage {
    proposals = List.copyOf(proposals);
    waiting = List.copyOf(waiting);
  }

  /** How many are open, in words. */
  public String many() {
    return all > Proposals.MANY ? "more than " + Proposals.MANY : Words.number(all);
  }

  /** Where somebody decides on it. */
  public static String address(Proposal proposal) {
    if (proposal.mentions() > 0) {
      return "/linking/mentions/" + proposal.a();
    }
    return "/linking/" + proposal.a() + "/" + proposal.b();
  }

  /** How likely, in words. */
  public static String likelihood(Proposal proposal) {
    return Weights.probability(proposal.weight()) >= Settings.SHIPPING
        ? "Very likely"
        : "More likely than not";
  }

  /** Who is meant, or that nobody on record is. */
  public static String other(Proposal proposal) {
    return proposal.mentions() > 0
        ? "One person in "
            + Words.count(proposal.mentions(), "report", "reports")
            + ", not on record"
        : person(proposal.nameB(), proposal.bornB());
  }

  /** A name with the date of birth. */
  public static String person(String name, @Nullable LocalDate born) {
    return name + (born == null ? "" : ", born " + Words.date(born));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ProposalsPage[" + proposals.size() + "]";
  }
}
