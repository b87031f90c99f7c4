package org.heed.server.linking.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.linkage.Explanation;
import org.heed.linkage.decision.Decision;
import org.heed.server.linking.Compared;
import org.heed.server.linking.Spoken;
import org.heed.server.linking.Why;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.PersonName;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Waterfall;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code linking/compare.jte}.
 *
 * @param verdict as chosen so far
 * @param reason as typed so far
 * @param knowing as ticked so far
 */
public record ComparePage(
    Page page, Compared compared, String verdict, String reason, boolean knowing) {
  /** Weights are multiples of one in so many. */
  private static final int UNIT = 1024;

  private static final int MOST_REPORTS = 6;

  /** A row of the two side by side. */
  public record Row(String respect, String one, String other) {
    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Row[" + respect + "]";
    }
  }

  /** Where the form sends to. */
  public String address() {
    return "/linking/" + compared.one().id() + "/" + compared.other().id();
  }

  /** Whether it is a report’s mention that may mean a person. */
  public boolean isMention() {
    return compared.report() != null;
  }

  /** What is known of both, and what was compared. */
  public List<Row> sides() {
    KnownPerson one = compared.one();
    KnownPerson other = compared.other();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Name", one.name(), other.name()));
    rows.add(new Row("Date of birth", born(one), born(other)));
    rows.add(new Row("Sex", text(one.sex()), text(other.sex())));
    rows.add(
        new Row(
            "Compared as",
            spoken(compared.saidOne(), compared.reportOne()),
            spoken(compared.saidOther(), compared.reportOther())));
    rows.add(new Row("Reports open to you", reports(one), reports(other)));
    return rows;
  }

  private static String born(KnownPerson person) {
    return person.dateOfBirth() == null ? "Not known" : Words.date(person.dateOfBirth());
  }

  private static String text(@Nullable String value) {
    return value == null || value.isBlank() ? "Not known" : value;
  }

  private static String spoken(Spoken said, @Nullable String report) {
    String name = PersonName.of(said.givenName(), said.familyName());
    return name + (report == null ? ", as on record" : ", in report " + report);
  }

  private static String reports(KnownPerson person) {
    if (person.events().isEmpty()) {
      return "None";
    }
    return String.join(
        "; ",
        person.events().stream()
            .limit(MOST_REPORTS)
            .map(event ->
                event.reference()
                    + ", "
                    + Words.date(event.when())
                    + ", "
                    + Words.title(event.area())
                    + ", as "
                    + event.role())
            .toList());
  }

  /** The weights from what they start at to what they come to. */
  public Waterfall weights() {
    return drawing(compared.why(), address() + "/weights.csv");
  }

  /** The weights of two from what they start at to what they come to. */
  static Waterfall drawing(Explanation why, String csv) {
    List<Why> all = Why.list(why);
    List<Waterfall.Step> steps = new ArrayList<>();
    for (Why one : all.subList(1, all.size())) {
      steps.add(new Waterfall.Step(one.respect() + ": " + one.says(), "", units(one.weight())));
    }
    return new Waterfall(
        "weights",
        "What speaks for and against",
        Why.likelihood(why)
            + ". Each step is a comparison: to the right it speaks for one person, to the left for"
            + " two. One more doubles the odds. It starts where two people picked at random would.",
        "Weight",
        new Waterfall.Total(all.getFirst().respect(), units(all.getFirst().weight())),
        steps,
        new Waterfall.Total("Altogether", units(why.weight())),
        csv,
        UNIT);
  }

  private static long units(double weight) {
    return Math.round(weight * UNIT);
  }

  /** What can be decided. */
  public List<Choice> verdicts() {
    if (isMention()) {
      return List.of(
          Choice.of("same", "The report means this person").chosen(verdict),
          Choice.of("different", "The report means somebody else")
              .hint("This person is not offered for it again")
              .chosen(verdict));
    }
    return List.of(
        Choice.of("same", "They are one person").chosen(verdict),
        Choice.of("different", "They are two people")
            .hint("They are shown apart, and others do not bring them together either")
            .chosen(verdict),
        Choice.of("unknown", "It cannot be said")
            .hint("An earlier decision on the two no longer holds")
            .chosen(verdict));
  }

  /** That whoever decides knows what else comes apart. */
  public List<Choice> knowings() {
    return List.of(
        Choice.of("true", "I know which decisions on others would no longer hold")
            .chosen(Boolean.toString(knowing)));
  }

  /** A decision made, in words. */
  public static String words(Decision decision) {
    return switch (decision.verdict()) {
      case SAME -> "One person";
      case DIFFERENT -> "Two people";
      case UNKNOWN -> "It cannot be said";
    };
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return compared.toString();
  }
}
