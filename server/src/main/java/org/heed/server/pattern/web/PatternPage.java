package org.heed.server.pattern.web;

import java.util.List;
import java.util.stream.Stream;
import org.heed.server.pattern.FoundPattern;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code pattern/pattern.jte}. */
public record PatternPage(Page page, FoundPattern found, String decision, String reason) {

  /** What it is. */
  public List<Fact> facts() {
    return Stream.of(
            Fact.of("What was counted", PatternsPage.counted(found)),
            Fact.of(
                "Whose",
                found.label() + ", in " + Words.count(found.degree(), "report", "reports")),
            Fact.of(
                "Certain",
                found.confirmed()
                    ? "Somebody said who or what it is"
                    : "No: the reports write alike, and nobody has said that it is the same"),
            Fact.of(
                "Not confirmed", found.unconfirmed() == null ? "" : found.unconfirmed().title()),
            Fact.of("By chance", PatternsPage.rarity(found)),
            Fact.of(
                "Wrong ones",
                "Of all that are told up to this one, at most "
                    + Math.round(Math.max(1, found.falseShare() * 100))
                    + " in 100 are expected to be chance"),
            Fact.of("Thresholds", "Rulebook " + found.rulebook()),
            Fact.of("Found", Words.dateTime(found.foundAt())),
            Fact.of(
                "No longer found",
                found.endedAt() == null
                    ? ""
                    : "Since " + Words.dateTime(found.endedAt()) + ", when Heed looked again"))
        .filter(fact -> !fact.lines().isEmpty())
        .toList();
  }

  /** What can be decided. */
  public List<Choice> decisions() {
    return List.of(
        Choice.of("look-into", "Look into it").chosen(decision),
        Choice.of("leave", "Leave it")
            .hint("It comes back when other reports are added to it")
            .chosen(decision));
  }

  /** Nothing: all of it can be personal. */
  @Override
  public String toString() {
    return "PatternPage[" + found.id() + "]";
  }
}
