package org.heed.server.sharing.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heed.server.sharing.Handling;
import org.heed.server.sharing.Pack;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code sharing/received.jte}. */
public record ReceivedPackPage(Page page, Pack pack, String agency, Instant now) {

  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "How to handle it",
            Stream.concat(pack.handling().stream().map(Handling::title), pack.conditions().lines())
                .toList(),
            List.of()));
    facts.add(Fact.of("What it is for", pack.purpose()));
    facts.add(
        new Fact(
            "What makes sharing lawful",
            List.of(pack.basis().title(), pack.basisReason()),
            List.of()));
    if (pack.until() != null) {
      facts.add(Fact.of("Seen until", Words.dateTime(pack.until())));
    }
    facts.add(Fact.of("Who sees the same", PacksPage.agencies(pack)));
    facts.add(Fact.of("Shared by", pack.by() + ", " + Words.dateTime(pack.at())));
    return facts;
  }

  /** Whether its time is over. */
  public boolean over() {
    return pack.isOver(now);
  }

  /** Whether somebody of the agency said that they keep to the conditions. */
  public boolean received() {
    return pack.receipt(agency).isPresent();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ReceivedPackPage[" + pack.id() + "]";
  }
}
