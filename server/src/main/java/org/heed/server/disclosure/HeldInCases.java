package org.heed.server.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.DocumentStore;
import org.heed.server.safeguarding.CaseEventKinds;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What cases hold about somebody. Of a case that is about them: what was decided, planned, agreed
 * and attached. Of any case: what they were named as, what they said and what happened to them
 * alone. Whoever was taken out of a case again was named in it all the same. What another child
 * said is never theirs. Only inside {@link org.heed.server.store.Acts}.
 */
@Service
public class HeldInCases {
  private final CaseViews cases;
  private final DocumentStore documents;
  private final MemberRows rows;
  private final JdbcClient sql;

  public HeldInCases(CaseViews cases, DocumentStore documents, Databases databases) {
    this.cases = cases;
    this.documents = documents;
    this.sql = JdbcClient.create(databases.app());
    this.rows = new MemberRows(sql);
  }

  /** What is held about somebody who is any of these people of the record. */
  List<HeldItem> of(Collection<UUID> own) {
    List<HeldItem> items = new ArrayList<>();
    Named named = named(own);
    for (UUID id : named.cases()) {
      CaseView view = cases.known(id, KnownAt.NOW);
      new Gathered(view, rows.of(id), named.members(), isRestricted(view.file()), items).gather();
    }
    return items;
  }

  /** The cases that name somebody, and as which members. */
  private record Named(List<UUID> cases, Set<UUID> members) {}

  private Named named(Collection<UUID> own) {
    record Row(UUID caseFile, UUID member) {}
    List<Row> rows =
        sql.sql(
                """
                select f.case_file, f.member from record.case_person f
                where f.person = any (:own) or f.mention in (
                  select m.mention from record.mention_person m
                  where m.person = any (:own) and m.same and not exists (
                    select 1 from record.mention_person u
                    where u.mention = m.mention and u.person = m.person and u.seq > m.seq))
                order by f.at, f.member
                """)
            .param("own", own.toArray(UUID[]::new))
            .query((row, _) -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .list();
    return new Named(
        rows.stream().map(Row::caseFile).distinct().toList(),
        rows.stream().map(Row::member).collect(Collectors.toSet()));
  }

  private boolean isRestricted(CaseFile file) {
    return file.restricted()
        || sql.sql(
                """
                select exists (select 1 from record.restriction r
                  where r.restricted and r.report = any (:reports) and not exists (
                    select 1 from record.restriction u where u.report = r.report and u.seq > r.seq))
                """)
            .param(
                "reports",
                file.reports().stream().map(CaseFile.LinkedReport::report).toArray(UUID[]::new))
            .query(Boolean.class)
            .single();
  }

  /** What one case holds. */
  private final class Gathered {
    private final CaseView view;
    private final List<MemberRows.Row> mine;
    private final Set<String> everMembers;
    private final long everChildren;
    private final List<String> others;
    private final boolean restricted;
    private final List<HeldItem> items;

    Gathered(
        CaseView view,
        List<MemberRows.Row> all,
        Set<UUID> members,
        boolean restricted,
        List<HeldItem> items) {
      this.view = view;
      this.mine = all.stream().filter(one -> members.contains(one.member())).toList();
      this.everMembers =
          all.stream().map(one -> one.member().toString()).collect(Collectors.toSet());
      this.everChildren =
          all.stream()
              .filter(one -> one.role().isChild())
              .map(MemberRows.Row::member)
              .distinct()
              .count();
      this.others =
          all.stream()
              .filter(one -> !members.contains(one.member()))
              .flatMap(MemberRows.Row::names)
              .distinct()
              .toList();
      this.restricted = restricted;
      this.items = items;
    }

    void gather() {
      mine.forEach(one ->
          add(
              "case:" + one.member() + ":" + one.seq(),
              "Case",
              one.at(),
              (one.linked() ? "Your part in the case: " : "Taken out of the case again as: ")
                  + one.role().title()
                  + ". "
                  + one.reason()));
      view.plan().words().stream().filter(this::isTheirs).forEach(this::words);
      view.file().events().stream().filter(this::isTheirs).forEach(this::event);
      if (mine.stream().anyMatch(one -> one.role() == CaseRole.CHILD)) {
        view.plan().decisions().forEach(this::decision);
        view.plan().grades().forEach(this::grade);
        view.plan().actions().forEach(this::action);
        view.plan().lines().forEach(this::line);
        view.meetings().forEach(this::meeting);
        documents
            .list(DocumentHolder.ofCase(view.file().id()))
            .forEach(one -> items.add(HeldItem.of(one, source(), others, restricted)));
      }
    }

    private boolean isMine(String member) {
      return mine.stream().anyMatch(one -> one.member().toString().equals(member));
    }

    /** What nobody wrote down the child of may be theirs where they are one: somebody reads it. */
    private boolean isTheirs(CasePlan.Words one) {
      if (one.withdrawn() != null) {
        return false; // whose they are was said by mistake, or what they are
      }
      return one.member() == null
          ? mine.stream().anyMatch(member -> member.role().isChild())
          : isMine(one.member().toString());
    }

    private boolean isTheirs(CaseFile.Event one) {
      String of = one.ofWhat();
      if (of != null && isMine(of)) {
        return true;
      }
      return (of == null || !everMembers.contains(of))
          && mine.stream().anyMatch(member -> member.role() == CaseRole.CHILD);
    }

    private void words(CasePlan.Words one) {
      boolean said = one.member() != null || everChildren == 1;
      add(
          "words:" + one.id(),
          "What you said",
          one.saidAt(),
          (one.words().isBlank() ? "Nothing" : one.words())
              + "\nHow you seemed: "
              + one.demeanour()
              + "\nHeard by: "
              + one.saidTo()
              + (said ? "" : "\nWhich child said it is not written down."));
    }

    private void event(CaseFile.Event one) {
      add(
          "event:" + one.id() + (one.withdrawn() == null ? "" : ":withdrawn"),
          CaseEventKinds.words(one.kind()),
          one.happenedAt(),
          one.says()
              + (one.reason() == null ? "" : "\nWhy: " + one.reason())
              + (one.withdrawn() == null ? "" : "\nSaid later not to be so: " + one.withdrawn()));
    }

    private void decision(CasePlan.Decision one) {
      add(
          "case-decision:" + one.id() + (one.withdrawn() == null ? "" : ":withdrawn"),
          "Decision in the case",
          one.decidedAt(),
          one.decision()
              + "\nWhy: "
              + one.reason()
              + (one.withdrawn() == null ? "" : "\nSaid later not to stand: " + one.withdrawn()));
    }

    private void grade(CasePlan.Grade one) {
      add(
          "grade:" + view.file().id() + ":" + one.seq(),
          "How urgent an officer held the case to be",
          one.at(),
          Words.title(one.grade()) + ". " + one.reason());
    }

    private void action(CasePlan.Action one) {
      StringBuilder text = new StringBuilder(one.what());
      for (CasePlan.ActionState state : one.states().reversed()) {
        text.append('\n')
            .append(state.act().title())
            .append(", for ")
            .append(Words.dateTime(state.dueAt()));
        if (state.act() != CasePlan.ActionAct.SET) {
          text.append(": ").append(state.says());
        }
      }
      add("action:" + one.id() + ":" + one.now().seq(), "Action", one.at(), text.toString());
    }

    private void line(CasePlan.Line one) {
      StringBuilder text = new StringBuilder(one.says());
      for (CasePlan.LineState state : one.states().reversed()) {
        if (state.seq() > 1) {
          text.append('\n').append(state.state().title()).append(": ").append(state.reason());
        }
      }
      add("line:" + one.id() + ":" + one.now().seq(), "Line of enquiry", one.at(), text.toString());
    }

    private void meeting(CaseMeeting one) {
      StringBuilder text = new StringBuilder("Agenda: ").append(one.agenda());
      for (CaseMeeting.State state : one.states().reversed()) {
        text.append('\n')
            .append(state.act().title())
            .append(", ")
            .append(Words.dateTime(state.meetsAt()))
            .append(": ")
            .append(state.says());
      }
      add(
          "meeting:" + one.id() + ":" + one.now().seq(),
          one.kind().title(),
          one.now().meetsAt(),
          text.toString());
    }

    private void add(String key, String kind, Instant at, String text) {
      items.add(
          new HeldItem(key, kind, at, source(), text, others, true, restricted, view.file().id()));
    }

    private String source() {
      return "Case " + view.file().number();
    }
  }
}
