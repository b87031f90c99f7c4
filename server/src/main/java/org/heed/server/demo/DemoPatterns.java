package org.heed.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.RecordServices;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.network.GroupVerdict;
import org.heed.server.network.Groups;
import org.heed.server.network.Networks;
import org.heed.server.person.Identities;
import org.heed.server.person.PersonStore;
import org.heed.server.person.Ties;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;

/**
 * Reports of the last months that tell something only when they are put together: seven children at
 * one café within a fortnight, and a yard that suspects of two groups use, which somebody of the
 * hub has said are groups. Beside them stands what an analyst's network file says of two suspects.
 * Nothing here says what was found: the patterns are looked for as in any record.
 */
public final class DemoPatterns {
  /** Where the reports about children crowd. */
  public static final String CAFE = "Lantern Café, 31 Wherry Street, Greyport";

  /** What connects the two groups. */
  public static final String YARD = "Unit 4, Old Ferry Yard, Greyport";

  private static final String SOURCE = "hub-intake";
  private static final String AREA = "greyport";
  private static final int AGE = 14;

  private static final List<String> AT_THE_CAFE =
      List.of(
          "She left school at lunch and was collected near the café by a man of about thirty. She has"
              + " a new phone and does not say who gave it.",
          "His carer found a receipt from the café and two new pairs of trainers. He says that a"
              + " friend pays.",
          "Seen in the back room of the café after nine with two older males. She was quiet and asked"
              + " staff not to ring her mother.",
          "A youth worker saw him get out of a grey car outside the café. He would not say whose it"
              + " is and was frightened when asked.",
          "She missed three mornings of school. A friend says that she meets people at the café and is"
              + " given food and vapes.",
          "Out until midnight; her father traced her phone to the café. She was tearful and would not"
              + " talk about it.",
          "A neighbour of the café rang about school-aged children there late at night and older men"
              + " who come for them in cars.");

  private final ReplayClock clock = new ReplayClock();
  private final RecordServices services;
  private final ReportFiles files;
  private final Groups groups;
  private final Ties ties;
  private final Caller hub;
  private final Instant now;
  private int number;

  /**
   * @param hub who records the reports and says who is a group
   * @param now the present
   */
  public DemoPatterns(Databases databases, RulebookInForce rulebook, Caller hub, Instant now) {
    this.services =
        RecordServices.of(
            databases, clock, IdSource.secure(clock), rulebook, new SplittableRandom(7));
    this.files = new ReportFiles(databases);
    Identities identities = new Identities(services.acts(), databases, new PersonStore(databases));
    this.groups =
        new Groups(
            services.acts(),
            databases,
            new Networks(services.acts(), databases, identities, rulebook),
            identities,
            rulebook);
    this.ties = new Ties(databases);
    this.hub = hub;
    this.now = now;
  }

  /** Brings everything in, the earliest first. */
  public void load() {
    UUID dav = group(Duration.ofDays(118), "Dav", "Ostrin", "Kell", "Marrow", "Quayside Car Wash");
    UUID teo = group(Duration.ofDays(96), "Teo", "Varnes", "Lias", "Holmwood", "Copper Lane Vapes");
    atTheYard(Duration.ofDays(61), "Dav", "Ostrin", dav);
    atTheYard(Duration.ofDays(47), "Teo", "Varnes", teo);
    for (int i = 0; i < AT_THE_CAFE.size(); i++) {
      clock.set(now.minus(Duration.ofDays(20L - 2L * i)));
      record(AT_THE_CAFE.get(i), CAFE, List.of(child("Child " + (i + 1))));
    }
    said();
  }

  /** Two suspects of one report, of whom the hub says that they are a group; who the first is. */
  private UUID group(
      Duration ago, String given, String family, String other, String otherFamily, String place) {
    clock.set(now.minus(ago));
    UUID report =
        record(
            "A girl of 14 spoke of two men who give her lifts and money and who tell her when to come."
                + " She is afraid of both.",
            place + ", Greyport",
            List.of(
                child("Girl who spoke of " + other),
                suspect(given, family),
                suspect(other, otherFamily)));
    List<UUID> mentions = mentions(report);
    clock.set(now.minus(ago).plus(Duration.ofHours(20)));
    UUID person =
        services
            .people()
            .createFor(hub, mentions.get(1), given, family, null, "Named in full, nobody known");
    services
        .people()
        .createFor(hub, mentions.get(2), other, otherFamily, null, "Named in full, nobody known");
    groups.decide(
        hub,
        report,
        new Networks.Question(2, null, null),
        "two-or-more-suspects",
        GroupVerdict.GROUP,
        "Both are named in one report about a child and act together in it.");
    return person;
  }

  private void atTheYard(Duration ago, String given, String family, UUID person) {
    clock.set(now.minus(ago));
    UUID report =
        record(
            "A patrol saw "
                + given
                + " "
                + family
                + " unlock the yard late in the evening. Two"
                + " young people waited in his car and left when they saw the patrol.",
            YARD,
            List.of(suspect(given, family)));
    clock.set(now.minus(ago).plus(Duration.ofHours(3)));
    services
        .people()
        .choose(hub, mentions(report).getFirst(), person, "Known to the officer of the patrol");
  }

  /** What an analyst's chart says of one suspect of each group. */
  private void said() {
    clock.set(now.minus(Duration.ofDays(12)));
    Caller analyst =
        services
            .sessions()
            .openService(
                services.accounts().service("network-file", "A network file"),
                EnumSet.of(Right.IMPORT, Right.READ));
    services
        .acts()
        .changeMany(
            analyst,
            begin ->
                ties.add(
                    begin,
                    SOURCE,
                    new Ties.Said(
                        key("Dav", "Ostrin"),
                        key("Teo", "Varnes"),
                        "Went to school together",
                        false)));
    services.sessions().signOut(analyst.token());
  }

  private UUID record(String narrative, String place, List<NewMention> people) {
    return services
        .reports()
        .record(
            hub,
            new NewReport(
                SOURCE,
                "HI-" + ++number,
                ReportKind.REFERRAL,
                NoticeRoute.PARTNER_AGENCY,
                AREA,
                narrative,
                clock.instant().minus(Duration.ofHours(6)),
                null,
                clock.instant().minus(Duration.ofHours(2)),
                null,
                null,
                null,
                null,
                "safeguarding",
                null,
                null,
                people,
                List.of(new NewThing(ThingKind.PLACE, place, null, null))))
        .report();
  }

  private List<UUID> mentions(UUID report) {
    ReportFile file =
        services.acts().plain(hub, () -> files.find(report, KnownAt.NOW)).orElseThrow();
    List<UUID> mentions = new ArrayList<>();
    file.people().forEach(one -> mentions.add(one.id()));
    return mentions;
  }

  private static NewMention child(String key) {
    return said(MentionRole.VICTIM, null, null, AGE, key);
  }

  private static NewMention suspect(String given, String family) {
    return said(MentionRole.SUSPECT, given, family, null, key(given, family));
  }

  private static String key(String given, String family) {
    return given + " " + family;
  }

  private static NewMention said(
      MentionRole role,
      @Nullable String given,
      @Nullable String family,
      @Nullable Integer age,
      String key) {
    return new NewMention(role, given, family, null, age, null, null, null, null, key);
  }
}
