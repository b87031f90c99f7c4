package org.heed.server.safeguarding.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.MeetingKind;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code safeguarding/newSitting.jte}.
 *
 * @param cases those named so far, of which the form asks what is to be decided
 * @param sitting the meeting that they are put on the agenda of; null: a new one
 */
public record NewSittingPage(
    Page page, List<CaseFile> cases, @Nullable UUID sitting, Map<String, List<String>> typed) {

  public List<Choice> kindChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(MeetingKind.PANEL.code(), MeetingKind.PANEL.title());
    for (MeetingKind kind : MeetingKind.values()) {
      all.put(kind.code(), kind.title());
    }
    return Choice.list(all, Set.of(typed("kind")));
  }

  /** Whom of a case it may be about: children, and of a panel persons of concern. */
  public List<Choice> aboutChoices(CaseFile file) {
    List<String> chosen = typed.getOrDefault("about-" + file.id(), List.of());
    return file.people().stream()
        .filter(one -> one.role().isChild() || one.role() == CaseRole.SUSPECT)
        .map(one -> {
          String id = one.member().toString();
          return new Choice(id, one.name(), one.role().title(), chosen.contains(id));
        })
        .toList();
  }

  /** What was typed into a field. */
  public String typed(String field) {
    return first(typed, field);
  }

  static String first(Map<String, List<String>> typed, String field) {
    List<String> values = typed.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewSittingPage[" + cases.size() + "]";
  }
}
