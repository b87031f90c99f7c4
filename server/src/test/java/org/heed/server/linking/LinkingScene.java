package org.heed.server.linking;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Passwords;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.person.NewPerson;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;

/** A record with some hundred people, and what linking needs on it. */
final class LinkingScene implements AutoCloseable {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  static final String[] GIVEN = {
    "Ada", "Bo", "Cara", "Dan", "Elif", "Finn", "Gita", "Hal", "Ines", "Jan", "Kofi", "Lena"
  };
  static final String[] FAMILY = {
    "Marlow", "Teale", "Okoro", "Brandt", "Ferris", "Quill", "Sandhu", "Pryce", "Nowak", "Ruiz"
  };

  final ServerFixture server = ServerFixture.create();
  final RecordServices services =
      RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
  final Caller officer =
      server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT, Right.REVIEW);
  final PeopleIndex index = index();
  final Offers offers =
      new Offers(server.acts(), index, server.databases(), new PersonStore(server.databases()));
  private int reports;

  /** As a Heed that starts afresh on the same record would have it. */
  PeopleIndex index() {
    Passwords passwords = new Passwords();
    Sessions sessions = new Sessions(server.databases(), passwords);
    return new PeopleIndex(
        server.acts(),
        new Accounts(server.databases(), server.acts(), sessions, passwords, server.ids()),
        sessions,
        new KnownPositions(server.databases()),
        server.databases(),
        server.time());
  }

  /** Other people, so that names have frequencies: each of them once. */
  void crowd() {
    Random random = new Random(11);
    server
        .acts()
        .changing(
            officer,
            "person.created",
            act -> {
              for (String given : GIVEN) {
                for (String family : FAMILY) {
                  LocalDate born = LocalDate.of(2004, 1, 1).plusDays(random.nextInt(3_000));
                  services.people().add(act, known(given, family, born), "Made for a test");
                }
              }
            });
    settle();
  }

  UUID person(String given, String family, @Nullable LocalDate born) {
    return services.people().create(officer, known(given, family, born), "Made for a test");
  }

  private static NewPerson known(String given, String family, @Nullable LocalDate born) {
    return new NewPerson(
        given, family, born, born == null ? "unknown" : "day", null, null, null, null, null);
  }

  /** A report that speaks of one child; her mention. */
  UUID mention(String given, String family, @Nullable LocalDate born) {
    UUID report =
        services
            .reports()
            .record(
                officer,
                SampleReport.of(
                    "test",
                    Integer.toString(++reports),
                    ReportKind.MISSING_EPISODE,
                    null,
                    "greyport",
                    "She came back with a new phone and was afraid to say who gave it.",
                    null,
                    null,
                    null,
                    null,
                    List.of(
                        new NewMention(
                            MentionRole.VICTIM,
                            given,
                            family,
                            born,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null))))
            .report();
    return UUID.fromString(
        server.text("select id::text from record.mention where report = '" + report + "'"));
  }

  UUID report(UUID mention) {
    return UUID.fromString(
        server.text("select report::text from record.mention where id = '" + mention + "'"));
  }

  void settle() {
    try {
      server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
