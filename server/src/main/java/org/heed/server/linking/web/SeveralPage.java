package org.heed.server.linking.web;

import java.util.List;
import java.util.Set;
import org.heed.server.linking.SeveralReports.Group;
import org.heed.server.linking.SeveralReports.Mention;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Waterfall;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code linking/several.jte}.
 *
 * @param chosen the mentions ticked so far
 * @param verdict as chosen so far
 * @param reason as typed so far
 */
public record SeveralPage(
    Page page, Group group, Set<String> chosen, String verdict, String reason) {

  public SeveralPage {
    chosen = Set.copyOf(chosen);
  }

  /** Where the form sends to. */
  public String address() {
    return "/linking/mentions/" + group.id();
  }

  /** Where the report of a mention is read. */
  public static String address(Mention mention) {
    return "/reports/" + mention.report();
  }

  /** A date of birth in words. */
  public static String born(Mention mention) {
    return mention.born() == null ? "Not known" : Words.date(mention.born());
  }

  /** The sex in words. */
  public static String sex(@Nullable String sex) {
    return sex == null || sex.isBlank() ? "Not known" : Words.title(sex);
  }

  /** What happened, when and where. */
  public static String happened(Mention mention) {
    return Words.title(mention.kind())
        + ", "
        + Words.date(mention.when())
        + ", "
        + Words.title(mention.area())
        + ", as "
        + mention.role();
  }

  /** The mentions to choose from. */
  public List<Choice> choices() {
    return group.mentions().stream()
        .map(one ->
            new Choice(
                one.id().toString(),
                one.name() + " in report " + one.reference(),
                "",
                chosen.contains(one.id().toString())))
        .toList();
  }

  /** The weights of the two that fit least. */
  public Waterfall weights() {
    return ComparePage.drawing(group.why(), address() + "/weights.csv");
  }

  /** What can be decided. */
  public List<Choice> verdicts() {
    return List.of(
        Choice.of("same", "Those ticked are one person")
            .hint(
                "The person is put on record, and these reports mean them. Those not ticked do"
                    + " not.")
            .chosen(verdict),
        Choice.of("different", "Each of those ticked is somebody else")
            .hint("They are not proposed as one again")
            .chosen(verdict));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return group.toString();
  }
}
