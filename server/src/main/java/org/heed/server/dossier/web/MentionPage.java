package org.heed.server.dossier.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.linking.Offer;
import org.heed.server.person.PersonFound;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code dossier/mention.jte}: who a report speaks of, and whom that may mean.
 *
 * @param asked the name looked for
 * @param offers those who may be meant by what the report says
 * @param found those found by the name
 * @param rejected those said before not to be meant
 */
public record MentionPage(
    Page page,
    UUID report,
    ReportFile.Mention mention,
    String asked,
    List<Offer> offers,
    List<PersonFound> found,
    Set<UUID> rejected,
    MentionForm form) {

  public MentionPage {
    offers = List.copyOf(offers);
    found = List.copyOf(found);
    rejected = Set.copyOf(rejected);
  }

  /** Where the forms send to. */
  public String address() {
    return "/reports/" + report + "/people/" + mention.id();
  }

  /** The identifiers of those offered, separated by commas. */
  public String offered() {
    return String.join(",", offers.stream().map(offer -> offer.person().toString()).toList());
  }

  /** Those found, each with what speaks for it and against it. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (PersonFound person : found) {
      choices.add(
          Choice.of(person.person().toString(), person.name())
              .hint(why(person))
              .chosen(form.person()));
    }
    return choices;
  }

  private String why(PersonFound person) {
    List<String> says = new ArrayList<>();
    LocalDate born = person.dateOfBirth();
    if (born == null) {
      says.add("Date of birth not known");
    } else {
      LocalDate said = mention.dateOfBirth();
      String compared =
          said == null ? "" : said.equals(born) ? ", the same as here" : ", not the one given here";
      says.add("Born " + Words.date(born) + compared);
    }
    says.add(Words.count(person.reports(), "report open to you", "reports open to you"));
    if (rejected.contains(person.person())) {
      says.add("somebody decided before that this is not the person meant");
    }
    return String.join("; ", says);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "MentionPage[" + mention.id() + "]";
  }
}
