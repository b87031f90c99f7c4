package org.heed.server.dossier.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.rulebook.CrimeGround;
import org.heed.server.crime.ProposedCrime;
import org.heed.server.report.MentionRole;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code dossier/newCrime.jte}.
 *
 * @param counted those whom a crime of the report counts already
 * @param proposed the crimes it makes; none until that was asked
 * @param why why, in the rules' words
 * @param apart the reasons for what is kept apart
 */
public record NewCrimePage(
    Page page,
    ReportFile report,
    Set<UUID> counted,
    NewCrimeForm form,
    Map<String, String> classes,
    List<ProposedCrime> proposed,
    List<String> why,
    List<CrimeGround> apart) {

  public NewCrimePage {
    counted = Set.copyOf(counted);
    proposed = List.copyOf(proposed);
    why = List.copyOf(why);
    apart = List.copyOf(apart);
  }

  private Stream<ReportFile.Mention> harmed() {
    return report.people().stream()
        .filter(
            person -> person.role() == MentionRole.VICTIM || person.role() == MentionRole.SUSPECT);
  }

  /** The names of those for whom a crime is recorded already. */
  public List<String> alreadyCounted() {
    return harmed()
        .filter(person -> counted.contains(person.id()))
        .map(ReportFile.Mention::name)
        .toList();
  }

  /** Those who may have been harmed. */
  public List<Choice> victimChoices() {
    return harmed()
        .map(person ->
            new Choice(
                person.id().toString(),
                person.name(),
                person.age() == null ? "" : "Aged " + person.age() + " then",
                form.victims().contains(person.id().toString())))
        .toList();
  }

  /** Those who may have done it. */
  public List<Choice> suspectChoices() {
    return report.people().stream()
        .filter(person -> person.role() == MentionRole.SUSPECT)
        .map(person ->
            new Choice(
                person.id().toString(),
                person.name(),
                "",
                form.suspects().contains(person.id().toString())))
        .toList();
  }

  /** The classes, for the {@code number}-th offence. */
  public List<Choice> offenceChoices(int number) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", number == 1 ? "Choose the offence class" : "None");
    all.putAll(classes);
    List<String> offences = form.offences();
    return Choice.list(all, Set.of(number <= offences.size() ? offences.get(number - 1) : ""));
  }

  /** Whether an offence was chosen that is kept apart, whose reason is asked. */
  public boolean asksGround() {
    return proposed.stream()
        .anyMatch(crime -> apart.stream().anyMatch(one -> one.code().startsWith(crime.code())));
  }

  /** The reasons. */
  public List<Choice> groundChoices() {
    return apart.stream()
        .map(one -> Choice.of(one.code(), one.code() + " " + one.title()).chosen(form.ground()))
        .toList();
  }

  /** What the explanation explains. */
  public String explained() {
    return form.explained();
  }

  /** What makes it a crime, as typed. */
  public String reason() {
    return form.reason();
  }

  /** Whether it was asked and makes nothing new. */
  public boolean nothingNew() {
    return !form.offences().isEmpty() && page.errors().isEmpty() && proposed.isEmpty();
  }

  /** How many crimes it makes. */
  public String crimes() {
    return Words.count(proposed.size(), "crime", "crimes");
  }

  /** A crime in words: its class, against whom and by whom. */
  public String says(ProposedCrime crime) {
    List<UUID> victims = new ArrayList<>(crime.others());
    UUID first = crime.victim();
    if (first != null) {
      victims.addFirst(first);
    }
    return classes.getOrDefault(crime.code(), crime.code())
        + (victims.isEmpty() ? "" : ", against " + names(victims))
        + (crime.suspects().isEmpty() ? "" : ", by " + names(crime.suspects()));
  }

  private String names(List<UUID> mentions) {
    return String.join(
        " and ",
        report.people().stream()
            .filter(person -> mentions.contains(person.id()))
            .map(ReportFile.Mention::name)
            .toList());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewCrimePage[" + report.id() + "]";
  }
}
