package org.heed.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.access.Caller;
import org.heed.server.access.SessionToken;
import org.heed.server.missing.EpisodeClocks;
import org.heed.server.missing.Interview;
import org.heed.server.missing.Interview.Kind;
import org.heed.server.missing.Interview.Outcome;
import org.heed.server.missing.Missing;
import org.heed.server.missing.MissingStore;
import org.heed.server.missing.NewEpisode;
import org.heed.server.missing.RiskGrade;
import org.heed.server.person.PersonStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.tellus.Inbox;
import org.heed.server.tellus.TellUsSettings;
import org.heed.server.tellus.Telling;
import org.heed.server.tellus.Tellings;
import org.heed.server.tellus.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands in the demonstration at the moment it is first started: messages somebody has just
 * sent, read and unread, and children who are missing or were found lately. By a clock that goes
 * through the last months up to that moment.
 */
public final class DemoPresent {
  private static final String SETTINGS =
      """
      # When somebody reads what is told; without a line nobody is promised to.
      hours.monday=08:00-18:00
      hours.tuesday=08:00-18:00
      hours.wednesday=08:00-18:00
      hours.thursday=08:00-18:00
      hours.friday=08:00-18:00
      duty=hub
      """;

  private final ReplayClock clock = new ReplayClock();
  private final Tellings tellings;
  private final Inbox inbox;
  private final Missing missing;
  private final Acts acts;
  private final JdbcClient sql;
  private final Instant now;
  private final Caller hub;

  /**
   * @param hub somebody of the safeguarding hub, who reads and grades
   * @param services whose accounts and sessions are used
   * @param settings of Tell us
   * @param now the present
   */
  public DemoPresent(
      Databases databases,
      RecordServices services,
      RulebookInForce rulebook,
      TellUsSettings settings,
      Caller hub,
      Instant now) {
    this.hub = hub;
    this.now = now;
    this.sql = JdbcClient.create(databases.app());
    IdSource ids = IdSource.secure(clock);
    this.acts = new Acts(databases, clock, ids);
    clock.set(now);
    this.tellings =
        Tellings.of(
            acts,
            databases,
            services.accounts(),
            services.sessions(),
            rulebook,
            settings,
            ids,
            clock);
    this.inbox = Inbox.of(acts, databases, services.reports(), clock);
    this.missing =
        new Missing(
            acts,
            new MissingStore(databases),
            new PersonStore(databases),
            new EpisodeClocks(rulebook, clock),
            rulebook,
            clock);
  }

  /** Writes the page's settings into a data folder that has none. */
  static void settings(Path data) throws IOException {
    Path file = data.resolve("tell-us.properties");
    if (!Files.exists(file)) {
      Files.writeString(file, SETTINGS);
    }
  }

  /** Brings everything in, the earliest first. */
  public void load() {
    children();
    messages();
  }

  private void messages() {
    told(
        Duration.ofHours(26),
        Way.PROFESSIONAL,
        "not-now",
        "A girl of 14 in our group has a second phone and leaves early when it rings. She was seen"
            + " getting into a car with an older male twice this month. She is frightened of him and"
            + " asked us not to tell her aunt.",
        "about",
        "child",
        "child",
        "Nadia Feld",
        "age",
        "14",
        "where",
        "The car waits in Harbour Lane, mostly on Thursdays after six.",
        "area",
        "greyport",
        "name",
        "Sam Orrin",
        "role",
        "Youth worker",
        "organisation",
        "Harbour youth club",
        "how",
        "phone",
        "to",
        "the club’s office",
        "knows",
        "She knows. Her aunt does not.");
    clock.set(now.minus(Duration.ofHours(26)).plus(Duration.ofMinutes(18)));
    UUID first = inbox.open(hub).getFirst().id();
    inbox.open(hub, first);
    clock.set(now.minus(Duration.ofHours(26)).plus(Duration.ofMinutes(40)));
    inbox.report(
        hub,
        first,
        "greyport",
        List.of(
            new NewMention(
                MentionRole.VICTIM, "Nadia", "Feld", null, 14, null, null, null, null, null)),
        "A second phone, an older male, a car and fear of him.");
    told(
        Duration.ofHours(5),
        Way.PUBLIC,
        "not-sure",
        "I work nights at a hotel. A man in his forties took a room for cash and two girls who looked"
            + " about 13 came later with another man. They did not speak and one was crying.",
        "about",
        "place",
        "where",
        "The hotel by the ring road, last Friday after eleven.",
        "area",
        "brackenford",
        "name",
        "Night desk",
        "how",
        "text",
        "to",
        "my own mobile, number with the" + " hotel’s manager",
        "when",
        "Afternoons",
        "care",
        "Do not ring the hotel.");
    clock.set(now.minus(Duration.ofHours(4)).minus(Duration.ofMinutes(35)));
    UUID second = inbox.open(hub).getFirst().id();
    inbox.open(hub, second);
    inbox.take(hub, second);
    told(
        Duration.ofHours(2),
        Way.PUBLIC,
        "not-sure",
        "A man who comes to the park bought me a phone and trainers. Now he says that I owe him and"
            + " have to come when he rings. I am scared to go and scared not to.",
        "about",
        "me",
        "age",
        "13",
        "where",
        "The park behind the leisure centre.",
        "area",
        "castlemere",
        "how",
        "someone",
        "to",
        "Miss Adair at my school",
        "when",
        "At school",
        "care",
        "Please do not come to my house.");
    told(
        Duration.ofMinutes(20),
        Way.PROFESSIONAL,
        "not-now",
        "A boy of 15 came to the drop-in with bruises and new clothes. He says that friends look after"
            + " him and that he travels for them. He does not want to say who they are.",
        "about",
        "child",
        "age",
        "15",
        "area",
        "fernley",
        "name",
        "Ines Calder",
        "role",
        "School nurse",
        "organisation",
        "A school in Fernley",
        "how",
        "email",
        "to",
        "the school’s office",
        "knows",
        "He knows that I am telling somebody.");
  }

  private void told(Duration ago, Way way, String danger, String happened, String... more) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("danger", danger);
    answers.put("happened", happened);
    for (int i = 0; i < more.length; i += 2) {
      answers.put(more[i], more[i + 1]);
    }
    clock.set(now.minus(ago));
    SessionToken token = SessionToken.create();
    Telling telling = new Telling(way.code(), answers, null);
    tellings.keep(token, telling);
    tellings.send(token, way, telling, 0);
    tellings.forget(token);
  }

  /** Three children of the force whom reports of missing children mean. */
  private void children() {
    List<Child> children =
        acts.look(
            hub,
            "people.listed",
            "demonstration",
            () -> {
              List<Child> found =
                  sql.sql(
                          """
                          select p.person, min(r.area), min(m.sex), max(m.sex)
                          from record.mention_person p
                          join record.mention m on m.id = p.mention
                          join record.report r on r.id = p.report
                          join record.report_version v on v.report = r.id and v.version = 1
                          join record.person_version b on b.person = p.person and b.version = 1
                          where v.kind = 'missing-episode' and b.date_of_birth > :born
                          group by p.person order by count(*) desc, p.person limit 3
                          """)
                      .param("born", java.sql.Date.valueOf(day(now).minusYears(16)))
                      .query((row, _) ->
                          new Child(
                              row.getObject(1, UUID.class),
                              row.getString(2),
                              Spoken.of(
                                  Objects.equals(row.getString(3), row.getString(4))
                                      ? row.getString(3)
                                      : null)))
                      .list();
              return new Acts.Seen<>(found, found.stream().map(Child::person).toList());
            });
    if (children.size() == 3) {
      again(children.get(0));
      back(children.get(1));
      ungraded(children.get(2));
    }
  }

  private record Child(UUID person, String area, Spoken spoken) {}

  private static java.time.LocalDate day(Instant moment) {
    return java.time.LocalDate.ofInstant(moment, java.time.ZoneOffset.UTC);
  }

  /** Missing for the third time in ninety days. */
  private void again(Child child) {
    UUID first =
        reported(child, Duration.ofDays(62), "Not back at the children’s home by ten.", null);
    graded(first, Duration.ofDays(62), 25, RiskGrade.MEDIUM, "Out of character; phone off.");
    found(
        first,
        Duration.ofDays(61),
        "At a bus station, forty miles away.",
        "Transport police. Alone.",
        "Tired, hungry. Said that somebody paid for the ticket.");
    interview(
        first,
        Kind.PREVENTION,
        Outcome.HELD,
        Duration.ofDays(61).minus(Duration.ofHours(3)),
        null,
        "Spoke of a friend with a car, and no more.");
    interview(
        first,
        Kind.RETURN,
        Outcome.DECLINED,
        Duration.ofDays(59),
        child.spoken().says("Asked at the home and at school, by a youth worker {she} knows."),
        null);
    UUID second =
        reported(child, Duration.ofDays(23), "Left school at lunch and did not come back.", null);
    graded(
        second,
        Duration.ofDays(23),
        40,
        RiskGrade.HIGH,
        "The second time in six weeks, a paid ticket, a friend with a car.");
    found(
        second,
        Duration.ofDays(22),
        "Outside a hotel near the ring road.",
        "A patrol, called by the night desk.",
        child.spoken().says("Cold. Frightened of a man whom {she} did not name."));
    interview(
        second,
        Kind.RETURN,
        Outcome.HELD,
        Duration.ofDays(20),
        null,
        child
            .spoken()
            .says(
                "{She} said that a man waits outside the home and that {she} cannot say no to him."));
    UUID third =
        reported(
            child,
            Duration.ofHours(5),
            child.spoken().says("Left by a window after a call to {hers} phone."),
            null);
    graded(
        third,
        Duration.ofHours(5),
        20,
        RiskGrade.HIGH,
        child
            .spoken()
            .says(
                "The third time in ninety days. A hotel, a man whom {she} fears, a call before {she}"
                    + " left."));
  }

  /** Found yesterday; the independent interview is not held yet. */
  private void back(Child child) {
    UUID episode = reported(child, Duration.ofHours(40), "Did not come home from training.", null);
    graded(episode, Duration.ofHours(40), 35, RiskGrade.MEDIUM, "Never late before; no phone.");
    found(
        episode,
        Duration.ofHours(30),
        "At a friend’s flat.",
        "The family, with an officer.",
        child.spoken().says("Well. Said that older boys had asked {her} to carry something."));
    interview(
        episode,
        Kind.PREVENTION,
        Outcome.HELD,
        Duration.ofHours(28),
        null,
        "Named no one; worried about owing money.");
  }

  /** Reported an hour and a half ago, and nobody has graded the risk. */
  private void ungraded(Child child) {
    reported(
        child,
        Duration.ofMinutes(90),
        "Not on the school bus. A grey car was seen at the stop.",
        Duration.ofHours(3));
  }

  private UUID reported(Child child, Duration ago, String circumstances, @Nullable Duration seen) {
    Instant at = now.minus(ago);
    clock.set(at);
    return missing.report(
        hub,
        child.person(),
        new NewEpisode(
            child.area(), null, seen == null ? null : now.minus(seen), at, "Carer", circumstances));
  }

  private void graded(
      UUID episode, Duration reportedAgo, int minutes, RiskGrade grade, String reason) {
    clock.set(now.minus(reportedAgo).plus(Duration.ofMinutes(minutes)));
    missing.grade(hub, episode, grade, reason);
  }

  private void found(UUID episode, Duration ago, String place, String by, String condition) {
    clock.set(now.minus(ago));
    missing.found(hub, episode, now.minus(ago), place, by, condition);
  }

  private void interview(
      UUID episode,
      Kind kind,
      Outcome outcome,
      Duration ago,
      @Nullable String tried,
      @Nullable String result) {
    clock.set(now.minus(ago));
    missing.interview(
        hub,
        episode,
        new Interview(
            kind,
            outcome,
            now.minus(ago),
            kind == Kind.RETURN ? "Youth service" : "Missing team",
            kind == Kind.RETURN ? Boolean.TRUE : null,
            tried,
            result,
            ""));
  }
}
