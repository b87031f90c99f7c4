package org.heed.server.access.web;

import static org.heed.server.access.Right.AUDIT;
import static org.heed.server.access.Right.AUDIT_RECORDING;
import static org.heed.server.access.Right.CASES;
import static org.heed.server.access.Right.CRIME;
import static org.heed.server.access.Right.DESTROY;
import static org.heed.server.access.Right.FIGURES;
import static org.heed.server.access.Right.INSPECT;
import static org.heed.server.access.Right.MESSAGES;
import static org.heed.server.access.Right.PEOPLE;
import static org.heed.server.access.Right.PROPOSE;
import static org.heed.server.access.Right.READ;
import static org.heed.server.access.Right.READ_AGENCY;
import static org.heed.server.access.Right.RECORD;
import static org.heed.server.access.Right.REFERRED;
import static org.heed.server.access.Right.REGISTER;
import static org.heed.server.access.Right.REVIEW;
import static org.heed.server.access.Right.SUBJECT_ACCESS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.web.Section;
import org.heed.server.web.Viewer;
import org.heed.server.web.Viewers;
import org.springframework.stereotype.Component;

/** Tells pages who is looking and which sections their rights open. */
@Component
class SessionViewers implements Viewers {

  @Override
  public Optional<Viewer> find(HttpServletRequest request) {
    return Optional.ofNullable(Doorkeeper.caller())
        .map(caller ->
            new Viewer(caller.account(), caller.displayName(), List.of(), sections(caller)));
  }

  private static Set<Section> sections(Caller caller) {
    Set<Section> sections = EnumSet.of(Section.HOME);
    add(sections, caller, Section.INBOX, MESSAGES);
    add(sections, caller, Section.RECORD, RECORD);
    add(sections, caller, Section.REVIEW, REVIEW);
    add(sections, caller, Section.REPORTS, READ, READ_AGENCY, RECORD);
    add(sections, caller, Section.SHARED, REFERRED);
    add(sections, caller, Section.CASES, CASES);
    add(sections, caller, Section.MISSING, PEOPLE);
    add(sections, caller, Section.PEOPLE, PEOPLE, SUBJECT_ACCESS);
    add(sections, caller, Section.CRIMES, CRIME);
    add(sections, caller, Section.INSPECTION, INSPECT, AUDIT_RECORDING);
    add(sections, caller, Section.FIGURES, FIGURES);
    add(sections, caller, Section.RULEBOOK, REVIEW, REGISTER, PROPOSE, FIGURES);
    add(sections, caller, Section.RETENTION, DESTROY);
    add(sections, caller, Section.AUDIT, AUDIT);
    return sections;
  }

  private static void add(Set<Section> sections, Caller caller, Section section, Right... any) {
    for (Right right : any) {
      if (caller.may(right)) {
        sections.add(section);
      }
    }
  }
}
