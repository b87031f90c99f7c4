package org.heed.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingStore;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.referral.Agreement;
import org.heed.server.referral.Basis;
import org.heed.server.referral.Chronologies;
import org.heed.server.referral.Contact;
import org.heed.server.referral.NewReferral;
import org.heed.server.referral.ReferralSteps;
import org.heed.server.referral.ReferralStore;
import org.heed.server.referral.Referrals;
import org.heed.server.referral.Service;
import org.heed.server.referral.Step;
import org.heed.server.report.ReportFiles;
import org.heed.server.safeguarding.CaseClocks;
import org.heed.server.safeguarding.CaseFiles;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.ChildRecords;
import org.heed.server.safeguarding.MeetingStore;
import org.heed.server.safeguarding.PlanStore;
import org.heed.server.sharing.Handling;
import org.heed.server.sharing.NewPack;
import org.heed.server.sharing.PackItem;
import org.heed.server.sharing.PackStore;
import org.heed.server.sharing.Packs;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Children of the demonstration who were referred in the last weeks: one is supported, one waits
 * for an answer, one was rejected, one is written and not sent. And a pack for a school.
 */
final class DemoShared {
  private final ReplayClock clock = new ReplayClock();
  private final Acts acts;
  private final JdbcClient sql;
  private final Referrals referrals;
  private final ReferralSteps steps;
  private final Packs packs;
  private final Caller hub;
  private final Caller practitioner;
  private final Instant now;

  /**
   * @param hub who refers
   * @param practitioner of the support service, who answers
   * @param now the present
   */
  DemoShared(
      Databases databases, RulebookInForce rulebook, Caller hub, Caller practitioner, Instant now) {
    this.acts = new Acts(databases, clock, IdSource.secure(clock));
    this.sql = JdbcClient.create(databases.app());
    PersonStore people = new PersonStore(databases);
    ReferralStore store = new ReferralStore(databases);
    Missing missing =
        new Missing(
            acts,
            new MissingStore(databases),
            people,
            new EpisodeClocks(rulebook, clock),
            rulebook,
            clock);
    this.referrals = new Referrals(acts, store, people, missing);
    this.packs =
        new Packs(
            acts,
            new PackStore(databases),
            new Chronologies(views(databases, rulebook), people, missing, store, List.of()),
            new ReportFiles(databases),
            referrals,
            clock);
    this.steps = new ReferralSteps(acts, store, clock);
    this.hub = hub;
    this.practitioner = practitioner;
    this.now = now;
    clock.set(now);
  }

  private CaseViews views(Databases databases, RulebookInForce rulebook) {
    KnownPositions positions = new KnownPositions(databases);
    CaseStore cases = new CaseStore(databases);
    return new CaseViews(
        acts,
        positions,
        new CaseFiles(acts, positions, cases),
        cases,
        new PlanStore(databases),
        new MeetingStore(databases),
        new CaseClocks(rulebook, List.of(), new ChildRecords(databases), clock),
        clock);
  }

  void load() {
    List<Consumer<UUID>> ways =
        List.of(
            this::supported,
            this::unanswered,
            this::rejected,
            child -> written(child, Service.TRAFFICKING, Basis.STATUTORY));
    List<UUID> children = children();
    for (int i = 0; i < Math.min(ways.size(), children.size()); i++) {
      ways.get(i).accept(children.get(i));
    }
    caseToShare().ifPresent(this::shared);
  }

  /** The case of the borough that was opened last. */
  private Optional<UUID> caseToShare() {
    return acts.plain(
        hub,
        () ->
            sql.sql(
                    """
                    select c.id from record.case_file c where c.area = :area
                    order by c.opened_at desc, c.id limit 1
                    """)
                .param("area", DemoCases.AREA)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional());
  }

  /** A pack for the school, which nobody there has received yet. */
  private void shared(UUID id) {
    Spoken child = acts.plain(hub, () -> Spoken.ofCase(sql, id));
    clock.set(now.minus(Duration.ofHours(20)));
    packs.share(
        hub,
        id,
        new NewPack(
            List.of(DemoSignIns.agency(Role.PARTNER)),
            null,
            child.says("To keep {her} safe on the way to and from school."),
            Basis.SAFEGUARDING,
            child.says("An older male waits for {her} near the school."),
            Set.of(Handling.NAMED_READERS, Handling.NOT_PASSED_ON),
            child.says(
                "For the designated safeguarding lead alone, until the next meeting. Do not tell"
                    + " {her} that you know more than {she} told you."),
            LocalDate.ofInstant(now, Words.LONDON).plusDays(90),
            List.of(
                new PackItem(
                    now.minus(Duration.ofDays(9)),
                    child.says(
                        "A grey car waited at the school’s gate. [left out] {She} got in and came"
                            + " home late."),
                    "What the school told",
                    1),
                new PackItem(
                    now.minus(Duration.ofDays(2)),
                    child.says("{She} will be met at the gate by {hers} tutor each morning."),
                    "Strategy discussion",
                    0))));
  }

  /** Children of open cases in one borough. */
  private List<UUID> children() {
    return acts.look(
        hub,
        "people.listed",
        "demonstration",
        () -> {
          List<UUID> found =
              sql.sql(
                      """
                      select p.person from record.case_person p
                      join record.case_file c on c.id = p.case_file
                      where c.area = :area and p.role = 'child' and p.person is not null
                      group by p.person order by max(c.opened_at) desc, p.person limit 4
                      """)
                  .param("area", DemoCases.AREA)
                  .query((row, _) -> row.getObject(1, UUID.class))
                  .list();
          return new Acts.Seen<>(found, found);
        });
  }

  private Spoken spoken(UUID child) {
    return acts.plain(hub, () -> Spoken.ofPerson(sql, child));
  }

  private void supported(UUID child) {
    Spoken spoken = spoken(child);
    UUID id = written(child, Service.SUPPORT, Basis.CONSENT);
    step(hub, id, Step.SENT, Duration.ofDays(12), null);
    step(practitioner, id, Step.ACCEPTED, Duration.ofDays(11), null);
    contact(
        id,
        Contact.Kind.TRIED,
        Duration.ofDays(10),
        spoken.says("Waited at school; {she} was not there. Nobody was rung."));
    contact(
        id,
        Contact.Kind.SEEN,
        Duration.ofDays(8),
        spoken.says(
            "Seen with the school nurse. {She} will come on Tuesdays and keeps our number under"
                + " another name."));
  }

  private void unanswered(UUID child) {
    UUID id = written(child, Service.SUPPORT, Basis.SAFEGUARDING);
    step(hub, id, Step.SENT, Duration.ofDays(3), null);
  }

  private void rejected(UUID child) {
    UUID id = written(child, Service.SOCIAL_CARE, Basis.SAFEGUARDING);
    step(hub, id, Step.SENT, Duration.ofDays(6), null);
    step(hub, id, Step.REJECTED, Duration.ofDays(5), "Said not to meet the threshold.");
  }

  private UUID written(UUID child, Service service, Basis basis) {
    Spoken spoken = spoken(child);
    clock.set(now.minus(Duration.ofDays(13)));
    boolean support = service == Service.SUPPORT;
    return referrals.write(
        hub,
        child,
        new NewReferral(
            service,
            DemoCases.AREA,
            support ? "Harbour support service" : service.title(),
            support ? DemoSignIns.agency(Role.SUPPORT_PRACTITIONER) : null,
            spoken.says(
                "An older male collects {her} by car and gave {her} a phone. {She} was missing"
                    + " twice this month and is frightened. {She} asks for somebody who is not the"
                    + " police."),
            basis,
            basis == Basis.CONSENT
                ? spoken.says("{She} asked for it.")
                : "A child is at risk of significant harm.",
            support ? Agreement.YES : Agreement.NOT_ASKED,
            spoken.says(
                "At school only, through the nurse. Do not ring or write to {hers} phone: the man"
                    + " reads it."),
            "A man waits outside the home in the evening. Go in twos."));
  }

  private void step(Caller by, UUID id, Step step, Duration ago, @Nullable String says) {
    clock.set(now.minus(ago));
    steps.step(by, id, step, now.minus(ago), says);
  }

  private void contact(UUID id, Contact.Kind kind, Duration ago, String says) {
    clock.set(now.minus(ago));
    steps.contact(practitioner, id, kind, now.minus(ago), says);
  }
}
