package org.heed.server.dossier.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.report.MentionRole;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code dossier/newCrime.jte}.
 *
 * @param counted those whom a crime of the report counts already
 * @param why why it counts as so many crimes, in words; empty until it was asked
 */
public record NewCrimePage(
    Page page,
    ReportFile report,
    Set<UUID> counted,
    Set<String> victims,
    List<String> offences,
    String reason,
    Map<String, String> classes,
    List<String> why) {
  /** Fields for offences. */
  static final List<String> FIELDS = List.of("offence-1", "offence-2", "offence-3");

  public NewCrimePage {
    counted = Set.copyOf(counted);
    victims = Set.copyOf(victims);
    offences = List.copyOf(offences);
    why = List.copyOf(why);
  }

  private Stream<ReportFile.Mention> harmed() {
    return report.people().stream()
        .filter(
            person -> person.role() == MentionRole.VICTIM || person.role() == MentionRole.SUBJECT);
  }

  /** The names of those for whom a crime is recorded already. */
  public List<String> alreadyCounted() {
    return harmed()
        .filter(person -> counted.contains(person.id()))
        .map(ReportFile.Mention::name)
        .toList();
  }

  /** Those who may have been harmed and are not counted yet. */
  public List<Choice> victimChoices() {
    return harmed()
        .filter(person -> !counted.contains(person.id()))
        .map(person ->
            new Choice(
                person.id().toString(),
                person.name(),
                person.age() == null ? "" : "Aged " + person.age() + " then",
                victims.contains(person.id().toString())))
        .toList();
  }

  /** The classes, for the {@code number}-th offence. */
  public List<Choice> offenceChoices(int number) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", number == 1 ? "Choose the offence class" : "None");
    all.putAll(classes);
    return Choice.list(all, Set.of(number <= offences.size() ? offences.get(number - 1) : ""));
  }

  /** What the explanation explains, to see whether the form was changed after it. */
  public String explained() {
    return explained(victims, offences);
  }

  static String explained(Set<String> victims, List<String> offences) {
    return String.join(",", new TreeSet<>(victims)) + "/" + String.join(",", offences);
  }

  /** How many crimes it makes. */
  public int crimes() {
    return Math.max(1, victims.size());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewCrimePage[" + report.id() + "]";
  }
}
