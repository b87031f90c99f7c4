package org.heed.server.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.DocumentStore;
import org.heed.server.missing.Episode;
import org.heed.server.missing.Missing;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.Tie;
import org.heed.server.person.Ties;
import org.heed.server.referral.Referral;
import org.heed.server.referral.Referrals;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.review.Flags;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Gathers what is held about a person, as far as it is open to whoever asks: who they are said to
 * be, every report that means them with the things it writes of and the decisions on it, missing
 * episodes, referrals, what sources say of them and others, and cases.
 */
@Service
public class HeldAbout {
  private final ReportFiles reports;
  private final Flags flags;
  private final Missing missing;
  private final Referrals referrals;
  private final HeldInCases cases;
  private final Ties ties;
  private final DocumentStore documents;
  private final JdbcClient sql;

  public HeldAbout(
      ReportFiles reports,
      Flags flags,
      Missing missing,
      Referrals referrals,
      HeldInCases cases,
      Ties ties,
      DocumentStore documents,
      Databases databases) {
    this.ties = ties;
    this.documents = documents;
    this.reports = reports;
    this.flags = flags;
    this.missing = missing;
    this.referrals = referrals;
    this.cases = cases;
    this.sql = JdbcClient.create(databases.app());
  }

  /** Everything, the first thing first. Only inside a look at the person. */
  List<HeldItem> of(KnownPerson person) {
    List<HeldItem> items = new ArrayList<>();
    items.add(details(person));
    for (KnownPerson.Event event : person.events()) {
      reports.find(event.report(), KnownAt.NOW).ifPresent(report -> report(person, report, items));
    }
    missing.of(person, KnownAt.NOW).forEach(episode -> episode(episode, items));
    referrals.of(person, KnownAt.NOW).forEach(referral -> referral(referral, items));
    ties.of(person, KnownAt.NOW).forEach(tie -> tie(person, tie, items));
    items.addAll(cases.of(own(person)));
    // Whoever one report names may be spoken of wherever somebody wrote in their own words.
    List<String> others = items.stream().flatMap(one -> one.others().stream()).distinct().toList();
    items.replaceAll(one -> one.free() ? one.of(others) : one);
    items.sort(Comparator.comparing(HeldItem::at).thenComparing(HeldItem::key));
    return items;
  }

  private static HeldItem details(KnownPerson person) {
    StringBuilder text = new StringBuilder("Name: ").append(person.name());
    line(text, "Date of birth", person.dateOfBirth());
    line(text, "Sex", person.sex());
    line(text, "Ethnicity", person.ethnicity());
    line(text, "How it was established", person.ethnicityBasis());
    line(text, "Nationality", person.nationality());
    line(text, "Disability", person.disability());
    return new HeldItem(
        "person:" + person.id(),
        "Who you are",
        Instant.EPOCH,
        "Person on record",
        text.toString(),
        List.of(),
        false,
        false,
        person.id());
  }

  private static void line(StringBuilder text, String name, @Nullable Object value) {
    if (value != null) {
      text.append('\n')
          .append(name)
          .append(": ")
          .append(value instanceof LocalDate date ? Words.date(date) : value);
    }
  }

  /** They, and whoever is said to be them. */
  private static Set<UUID> own(KnownPerson person) {
    Set<UUID> own = new LinkedHashSet<>(List.of(person.id(), person.identity()));
    person.also().forEach(one -> own.add(one.person()));
    return own;
  }

  private void report(KnownPerson person, ReportFile report, List<HeldItem> items) {
    boolean restricted = isRestricted(report.id());
    Set<UUID> own = own(person);
    List<String> others = new ArrayList<>();
    String source = "Report " + report.reference();
    for (ReportFile.Mention mention : report.people()) {
      UUID meant = mention.person();
      if (meant != null && own.contains(meant)) {
        StringBuilder text = new StringBuilder("Named as: ").append(mention.name());
        line(text, "Part in it", mention.role().title());
        line(text, "Date of birth", mention.dateOfBirth());
        line(text, "Age", mention.age());
        line(text, "Sex", mention.sex());
        items.add(
            new HeldItem(
                "mention:" + mention.id(),
                "How the report names you",
                report.recordedAt(),
                source,
                text.toString(),
                List.of(),
                false,
                restricted,
                report.id()));
      } else {
        others.addAll(names(mention));
      }
    }
    items.add(
        new HeldItem(
            "report:" + report.id() + ":" + report.version(),
            "Report",
            report.recordedAt(),
            source + ", as written",
            report.narrative(),
            others,
            true,
            restricted,
            report.id()));
    documents
        .list(DocumentHolder.ofReport(report.id()))
        .forEach(one -> items.add(HeldItem.of(one, source, others, restricted)));
    report.things().forEach(thing -> items.add(thing(report, thing, others, restricted)));
    flags
        .list(report.id(), KnownAt.NOW)
        .forEach(flag ->
            items.add(
                new HeldItem(
                    "flag:" + report.id() + ":" + flag.seq(),
                    "Decision",
                    flag.decidedAt(),
                    source + ", decision " + flag.seq(),
                    "Decided whether it is child sexual exploitation: "
                        + flag.decision()
                        + ". "
                        + flag.reason(),
                    others,
                    true,
                    restricted,
                    report.id())));
  }

  /** Nothing in the record says whose a phone or an address is: somebody reads it first. */
  private static HeldItem thing(
      ReportFile report, ReportFile.Thing thing, List<String> others, boolean restricted) {
    StringBuilder text =
        new StringBuilder(thing.kind().title()).append(": ").append(thing.written());
    line(text, "More of it", thing.detail());
    text.append("\nThe record does not say whose it is.");
    return new HeldItem(
        "thing:" + thing.id(),
        thing.kind().title(),
        report.recordedAt(),
        "Report " + report.reference(),
        text.toString(),
        others,
        true,
        restricted,
        report.id());
  }

  private boolean isRestricted(UUID report) {
    return sql.sql(
            """
            select r.restricted from record.restriction r
            where r.report = :report order by r.seq desc limit 1
            """)
        .param("report", report)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private static List<String> names(ReportFile.Mention mention) {
    Set<String> names = new LinkedHashSet<>();
    if (mention.isNamed()) {
      names.add(mention.name());
    }
    add(names, mention.givenName());
    add(names, mention.familyName());
    return List.copyOf(names);
  }

  private static void add(Set<String> names, @Nullable String name) {
    if (name != null && name.strip().length() > 1) {
      names.add(name.strip());
    }
  }

  private static void episode(Episode episode, List<HeldItem> items) {
    StringBuilder text = new StringBuilder(episode.circumstances());
    episode
        .grades()
        .forEach(grade ->
            text.append("\nRisk graded ")
                .append(grade.grade().title())
                .append(": ")
                .append(grade.reason()));
    episode
        .found()
        .ifPresent(found ->
            text.append("\nFound ")
                .append(Words.dateTime(found.at()))
                .append(", ")
                .append(found.place())
                .append(". ")
                .append(found.condition()));
    items.add(
        new HeldItem(
            "missing:" + episode.id() + ":" + episode.grades().size(),
            "Missing episode",
            episode.reportedAt(),
            "Missing episode",
            text.toString(),
            List.of(),
            true,
            false,
            episode.id()));
  }

  private static void referral(Referral referral, List<HeldItem> items) {
    items.add(
        new HeldItem(
            "referral:" + referral.id(),
            "Referral",
            referral.at(),
            "Referral to " + referral.content().recipient(),
            referral.content().concern()
                + "\nHow to reach you safely: "
                + referral.content().safeContact()
                + "\nDanger: "
                + referral.content().danger(),
            List.of(),
            true,
            false,
            referral.id()));
  }

  private void tie(KnownPerson person, Tie tie, List<HeldItem> items) {
    Tie.End other = tie.from().isOf(own(person)) ? tie.to() : tie.from();
    items.add(
        new HeldItem(
            "tie:" + tie.id(),
            "What a source says",
            tie.at(),
            tie.source(),
            "Said of you and "
                + other.name()
                + ": "
                + (tie.says().isBlank() ? "linked" : tie.says())
                + (tie.confirmed() ? "" : ", not confirmed"),
            List.of(other.name()),
            true,
            isRestricted(tie.from().report()) || isRestricted(tie.to().report()),
            tie.from().report(),
            List.of(tie.to().report()),
            null));
  }
}
