package org.heed.server.safeguarding.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.report.MentionRole;
import org.heed.server.report.ReportFile;
import org.heed.server.safeguarding.CaseKind;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code safeguarding/open.jte}.
 *
 * @param report that leads to it, where one does
 * @param workers those who may be given it
 */
public record OpenCasePage(
    Page page,
    Optional<ReportFile> report,
    Map<String, String> areas,
    Map<UUID, String> workers,
    Map<String, String> typed) {

  public List<Choice> kindChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (CaseKind kind : CaseKind.values()) {
      all.put(kind.code(), kind.title());
    }
    return Choice.list(all, Set.of(typed.getOrDefault("kind", "child")));
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose the area");
    all.putAll(areas);
    return Choice.list(
        all, Set.of(typed.getOrDefault("area", report.map(ReportFile::area).orElse(""))));
  }

  public List<Choice> ownerChoices() {
    return CasePage.choices(workers, typed("owner"));
  }

  /** Whom or what it is for: the child whom the report calls the victim, until somebody says. */
  public String subject() {
    return typed.getOrDefault(
        "subject",
        report
            .flatMap(one ->
                one.people().stream()
                    .filter(person -> isChild(person) && person.isNamed())
                    .findFirst())
            .map(ReportFile.Mention::name)
            .orElse(""));
  }

  private static boolean isChild(ReportFile.Mention person) {
    return person.role() == MentionRole.VICTIM || person.role() == MentionRole.SUBJECT;
  }

  public String team() {
    return typed.getOrDefault("team", "Exploitation team");
  }

  /** What somebody whom the report names may be in the case. */
  public List<Choice> roleChoices(ReportFile.Mention person) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Not part of the case");
    for (CaseRole role : CaseRole.values()) {
      all.put(role.code(), role.title());
    }
    String usual =
        switch (person.role()) {
          case VICTIM, SUBJECT -> CaseRole.CHILD.code();
          case SUSPECT -> CaseRole.SUSPECT.code();
          default -> "";
        };
    return Choice.list(all, Set.of(typed.getOrDefault("role-" + person.id(), usual)));
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "OpenCasePage[" + report.map(ReportFile::id) + "]";
  }
}
