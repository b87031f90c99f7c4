package org.heed.server.network.web;

import java.util.List;
import java.util.stream.Stream;
import org.heed.server.network.GroupVerdict;
import org.heed.server.network.Groups;
import org.heed.server.network.HeldGroup;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * One definition of a group, held against a network, and what is decided about it.
 *
 * @param address of the page, with what was asked of the network
 */
public record GroupPage(
    Page page, Groups.Held held, String address, String decision, String reason) {

  /** What is known of it. */
  public List<Fact> facts() {
    HeldGroup group = held.group();
    return List.of(
        Fact.of("Definition", group.definition().says()),
        Fact.of(
            "Source", group.definition().source() + ", version " + group.definition().version()),
        Fact.of("Asks for", NetworkPage.asks(group.definition())),
        Fact.of(
            "Here",
            Words.count(group.suspects().size(), "suspect", "suspects")
                + ", "
                + Words.count(group.children(), "child", "children")
                + ", "
                + Words.count(group.reports().size(), "report", "reports")),
        Fact.of("A group by what is counted", NetworkPage.holds(group)));
  }

  /** What can be decided. */
  public List<Choice> decisions() {
    return Stream.of(GroupVerdict.values())
        .filter(verdict -> verdict != GroupVerdict.UNDONE || held.isDecided())
        .map(verdict -> Choice.of(verdict.code(), verdict.title()).chosen(decision))
        .toList();
  }

  /** Nothing: all of it can be personal. */
  @Override
  public String toString() {
    return "GroupPage[hidden]";
  }
}
