package org.heed.server.tellus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heed.clocks.State;
import org.heed.server.ServerFixture;
import org.heed.server.access.Accounts;
import org.heed.server.access.Caller;
import org.heed.server.access.Passwords;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.SessionToken;
import org.heed.server.access.Sessions;
import org.heed.server.recognition.Recogniser;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportStore;
import org.heed.server.review.ReviewDraws;
import org.heed.server.safeguarding.Unopened;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages have an owner and a clock from the first moment, and are never quietly left. */
class InboxTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final String WORDS =
      "A man of about thirty waits outside school in a grey car. He gave me a phone.";

  private ServerFixture server;
  private Accounts accounts;
  private Sessions sessions;
  private Caller administrator;
  private Tellings tellings;
  private Inbox inbox;
  private MessageClock clocks;

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    Passwords passwords = new Passwords();
    sessions = new Sessions(server.databases(), passwords);
    accounts = new Accounts(server.databases(), server.acts(), sessions, passwords, server.ids());
    administrator = server.someone(Right.ADMINISTER);
    clocks = new MessageClock(RULEBOOK);
    tellings = tellings(null);
    ReviewDraws draws = new ReviewDraws(RULEBOOK, new Random(7));
    inbox =
        new Inbox(
            server.acts(),
            new MessageStore(server.databases()),
            new ReportDesk(
                server.acts(),
                new ReportStore(server.databases()),
                List.of(new Recogniser(RULEBOOK, List.of(draws)))),
            server.time());
  }

  private Tellings tellings(@Nullable String duty) {
    java.util.Properties said = new java.util.Properties();
    if (duty != null) {
      said.setProperty("duty", duty);
    }
    return new Tellings(
        server.acts(),
        server.databases(),
        new Teller(accounts, sessions, server.time()),
        clocks,
        TellUsSettings.of(said, Set.of()),
        server.ids(),
        server.time());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private UUID account(String name, Role role, @Nullable String area) {
    UUID id = accounts.create(administrator, name, name, "norchester", "long enough to keep");
    accounts.give(administrator, id, role, area, null, "Test");
    return id;
  }

  private Caller in(String name) {
    return sessions
        .find(sessions.signIn(name, "long enough to keep", "browser").orElseThrow())
        .orElseThrow();
  }

  private static Telling answers(String... more) {
    Map<String, String> all =
        new java.util.LinkedHashMap<>(
            Map.of(
                "danger",
                "not-sure",
                "happened",
                WORDS,
                "about",
                "me",
                "child",
                "Elodie Marsh",
                "age",
                "13",
                "area",
                "greyport",
                "how",
                "text",
                "to",
                "number ending 11",
                "when",
                "after four"));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return new Telling("public", all, null);
  }

  private String told(String... more) {
    SessionToken token = SessionToken.create();
    Telling telling = answers(more);
    tellings.keep(token, telling);
    return tellings.send(token, Way.PUBLIC, telling, 0);
  }

  private Message.Standing only(Caller caller) {
    return inbox.open(caller).getFirst();
  }

  @Test
  void message_hasAnOwnerAndAClockFromTheMomentItComes() {
    account("supervisor", Role.SUPERVISOR, null);
    UUID hub = account("hub", Role.HUB, null);
    String reference = told();
    Message.Standing one = only(in("hub"));
    assertThat(one.reference()).isEqualTo(reference).matches("TU-[A-Z2-9]{5}-[A-Z2-9]{5}");
    assertThat(one.owner()).isEqualTo(hub);
    assertThat(one.dueAt()).isEqualTo(server.clock().instant().plus(Duration.ofHours(1)));
    assertThat(one.standard()).startsWith("danger-read in england-wales");
    assertThat(one.isUnread()).isTrue();
  }

  @Test
  void messagesThatNobodyHasOpened_areCountedWithTheirAgeAndTheRiskInThem() {
    account("supervisor", Role.SUPERVISOR, null);
    account("hub", Role.HUB, null);
    told("danger", "now");
    server.clock().pass(Duration.ofDays(2));
    told();
    Instant now = server.clock().instant();
    UnopenedMessages unopened = new UnopenedMessages(server.acts(), server.databases());
    Caller supervisor = in("supervisor");
    Unopened both = unopened.unopened(supervisor, "greyport", now).orElseThrow();
    assertThat(both.count()).isEqualTo(2);
    assertThat(both.day()).isEqualTo(1);
    assertThat(both.week()).isEqualTo(1);
    assertThat(both.older()).isZero();
    assertThat(both.oldest()).isEqualTo(now.minus(Duration.ofDays(2)));
    assertThat(both.risk())
        .containsExactly("1 is past their time.", "1 says that somebody is in danger now.");
    assertThat(unopened.unopened(supervisor, "avon", now).orElseThrow().count()).isZero();
    inbox.open(in("hub"), only(in("hub")).id());
    assertThat(unopened.unopened(supervisor, "", now).orElseThrow().count()).isEqualTo(1);
    assertThat(unopened.unopened(server.someone(Right.CASES), "", now)).isEmpty();
  }

  @Test
  void owner_isWhoIsOnDuty_elseTheLeastBurdenedOfTheHub_elseASupervisor() {
    UUID supervisor = account("supervisor", Role.SUPERVISOR, null);
    told();
    assertThat(only(in("supervisor")).owner()).isEqualTo(supervisor);
    UUID first = account("hub-one", Role.HUB, null);
    UUID second = account("hub-two", Role.HUB, null);
    told();
    told();
    assertThat(inbox.open(in("hub-one")).stream().map(Message.Standing::owner))
        .containsExactlyInAnyOrder(supervisor, first, second);
    tellings = tellings("Hub-Two");
    told();
    told();
    assertThat(inbox.open(in("hub-one")).stream().map(Message.Standing::owner))
        .filteredOn(second::equals)
        .hasSize(3);
  }

  @Test
  void messageWithoutAnybodyToOwnIt_alarms_showsToAllWhoHandleMessages_andIsPassedOn() {
    told();
    assertThat(tellings.passOn()).as("to nobody").isZero();
    account("elsewhere", Role.SUPERVISOR, "fernley");
    server.clock().pass(Duration.ofMinutes(61));
    Caller elsewhere = in("elsewhere");
    assertThat(only(elsewhere).owner()).isNull();
    assertThat(inbox.counts(elsewhere).overdue()).isEqualTo(1);
    UUID hub = account("hub", Role.HUB, null);
    assertThat(tellings.passOn()).isEqualTo(1);
    assertThat(tellings.passOn()).isZero();
    assertThat(only(in("hub")).owner()).isEqualTo(hub);
    assertThat(inbox.open(elsewhere)).as("its own area's again").isEmpty();
  }

  @Test
  void messageOfAnAreaThatNobodyHandles_isOwnedBySomebodyOfAnother_whoSeesIt() {
    UUID elsewhere = account("elsewhere", Role.SUPERVISOR, "fernley");
    told();
    assertThat(only(in("elsewhere")).owner()).isEqualTo(elsewhere);
    assertThat(inbox.handlers(in("elsewhere"), "greyport")).containsOnlyKeys(elsewhere);
  }

  @Test
  void ownerWhoseRoleEnded_passesOn_andWhoLeadsTheWorkMayOwn() {
    UUID hub = account("hub", Role.HUB, null);
    told();
    UUID lead = account("lead", Role.EXPLOITATION_LEAD, null);
    assertThat(inbox.handlers(in("lead"), "greyport")).containsOnlyKeys(hub, lead);
    accounts.takeBack(administrator, hub, Role.HUB, null, "Moved");
    assertThat(tellings.passOn()).isEqualTo(1);
    assertThat(only(in("lead")).owner()).isEqualTo(lead);
  }

  @Test
  void everyOpenMessage_isReached_pageByPage() {
    account("hub", Role.HUB, null);
    for (int i = 0; i < 201; i++) {
      told("happened", "Message " + i);
      server.clock().pass(Duration.ofSeconds(1));
    }
    Caller hub = in("hub");
    assertThat(inbox.open(hub, 1).pages()).isEqualTo(3);
    assertThat(inbox.open(hub, 3).rows())
        .singleElement()
        .satisfies(
            one -> assertThat(inbox.open(hub, one.id()).happened()).isEqualTo("Message 200"));
  }

  @Test
  void messagesOfAFlood_areClosedTogether_andOpenedAgainTogether_aChildsIsNot() {
    account("hub", Role.HUB, null);
    for (int i = 0; i < 3; i++) {
      SessionToken token = SessionToken.create();
      tellings.keep(token, answers());
      tellings.send(token, Way.PUBLIC, answers(), Inbox.FLOOD_FROM + i);
    }
    told("happened", "A child's.");
    Caller hub = in("hub");
    List<UUID> all = inbox.open(hub).stream().map(Message.Standing::id).toList();
    UUID childs = all.getFirst();
    List<UUID> flood = all.subList(1, 4);
    assertThatThrownBy(() -> inbox.closeOfFlood(hub, all, "A program."))
        .hasMessageContaining("Only messages of a flood");
    assertThat(inbox.open(hub)).as("none of them").hasSize(4);
    assertThatThrownBy(() -> inbox.closeOfFlood(hub, flood, " ")).isInstanceOf(Refused.class);
    inbox.closeOfFlood(hub, flood, "A program, all the same words.");
    assertThat(inbox.open(hub)).extracting(Message.Standing::id).containsExactly(childs);
    assertThat(tellings.unread().messages()).isEqualTo(1);
    assertThatThrownBy(() -> inbox.reopen(hub, childs, "Wrong.")).isInstanceOf(Refused.class);
    assertThat(inbox.reopen(hub, flood.getFirst(), "One of them is a child's.")).isEqualTo(3);
    assertThat(inbox.open(hub)).hasSize(4);
    assertThat(tellings.unread().messages()).isEqualTo(4);
    assertThatThrownBy(() -> inbox.reopen(hub, flood.getFirst(), "Again."))
        .isInstanceOf(Refused.class);
  }

  @Test
  void unreadMessage_isToldToItsOwner_andPastItsTimeToAllWhoHandleIt_byReferenceAlone() {
    UUID hub = account("hub", Role.HUB, null);
    UUID supervisor = account("supervisor", Role.SUPERVISOR, "greyport");
    UUID elsewhere = account("elsewhere", Role.SUPERVISOR, "fernley");
    MessageDeadlines deadlines =
        new MessageDeadlines(server.acts(), tellings, clocks, server.databases());
    String reference = told("danger", "now");
    Caller program = server.someone(Right.NOTIFY);
    Instant now = server.clock().instant();
    org.heed.server.safeguarding.OtherDeadline one = deadlines.deadlines(program, now).getFirst();
    assertThat(one.number()).isEqualTo(reference);
    assertThat(one.owner()).isEqualTo(hub);
    assertThat(one.due()).isEqualTo(now.plus(Duration.ofHours(1)));
    assertThat(one.nearsFrom()).isEqualTo(now.plus(Duration.ofMinutes(30)));
    assertThat(one.othersFrom()).isEqualTo(one.due());
    assertThat(one.pastFrom()).isEqualTo(now.plus(Duration.ofMinutes(90)));
    assertThat(one.others()).containsExactlyInAnyOrder(hub, supervisor).doesNotContain(elsewhere);
    inbox.open(in("hub"), one.id());
    assertThat(deadlines.deadlines(program, now)).as("once it is opened").isEmpty();
  }

  /**
   * HMIC 2016: information on a girl of 13 in a house with three men lay in an inbox for 14 hours.
   * Heed would have shown it to the hub and to every supervisor, and to whoever watches the
   * machine, from one hour on: thirteen hours earlier.
   */
  @Test
  void informationUnreadFor14Hours_alarmsAfterOneHour_forTheHubAndItsSupervisors() {
    account("hub", Role.HUB, null);
    account("supervisor", Role.SUPERVISOR, "greyport");
    account("elsewhere", Role.SUPERVISOR, "fernley");
    Instant received = Instant.parse("2026-02-06T19:05:00Z");
    server.clock().set(received);
    told("danger", "not-now", "happened", "My friend is 13 and is in a house with three men.");
    for (String who : List.of("hub", "supervisor")) {
      server.clock().set(received.plus(Duration.ofMinutes(59)));
      assertThat(inbox.counts(in(who)).unread()).as(who).isEqualTo(1);
      assertThat(inbox.counts(in(who)).overdue()).as(who).isZero();
      server.clock().set(received.plus(Duration.ofMinutes(61)));
      assertThat(inbox.counts(in(who)).overdue()).as(who).isEqualTo(1);
      assertThat(inbox.counts(in(who)).oldest()).as(who).isEqualTo(received);
      assertThat(only(in(who)).alarms(server.clock().instant())).isTrue();
    }
    assertThat(inbox.counts(in("elsewhere")).unread()).as("another area's").isZero();
    server.clock().set(received.plus(Duration.ofHours(14)));
    Tellings.Unread watched = tellings.unread();
    assertThat(watched.overdue()).isEqualTo(1);
    assertThat(watched.oldest()).isEqualTo(received);
    Caller hub = in("hub");
    inbox.open(hub, only(hub).id());
    assertThat(inbox.counts(hub).overdue()).as("read at last").isZero();
    assertThat(inbox.counts(hub).late()).as("and not decided").isEqualTo(1);
    inbox.close(hub, only(hub).id(), "Said to be a drill.");
    assertThat(clocks.of("greyport", received, server.clock().instant(), server.clock().instant()))
        .hasValueSatisfying(clock -> assertThat(clock.state()).isEqualTo(State.LATE));
  }

  @Test
  void inbox_hasDangerFirst_thenTheOldest_andAFloodBehind() {
    account("hub", Role.HUB, null);
    told("danger", "not-now", "happened", "older");
    server.clock().pass(Duration.ofMinutes(1));
    told("danger", "not-now", "happened", "newer");
    SessionToken flooding = SessionToken.create();
    Telling flood = answers("danger", "now", "happened", "flood");
    tellings.keep(flooding, flood);
    tellings.send(flooding, Way.PUBLIC, flood, Inbox.FLOOD_FROM);
    server.clock().pass(Duration.ofMinutes(1));
    told("danger", "now", "happened", "danger");
    Caller hub = in("hub");
    assertThat(inbox.open(hub).stream().map(one -> inbox.open(hub, one.id()).happened()))
        .containsExactly("danger", "older", "newer", "flood");
  }

  @Test
  void report_isReadByTheRulebook_inTheirOwnWords() {
    account("hub", Role.HUB, null);
    String reference = told("where", "By the gate, most Fridays.");
    Caller hub = in("hub");
    Message message = inbox.open(hub, only(hub).id());
    UUID report =
        inbox.report(
            hub,
            message.standing().id(),
            "greyport",
            List.of(),
            "An older adult, a gift and a car.");
    assertThat(server.text("select text from record.narrative"))
        .isEqualTo(WORDS + "\n\nBy the gate, most Fridays.");
    assertThat(server.text("select source || ' ' || reference from record.report"))
        .isEqualTo("public " + reference);
    assertThat(server.text("select kind || ' ' || route from record.report_version"))
        .isEqualTo("referral child");
    assertThat(server.count("select count(*) from record.reading")).isEqualTo(1);
    assertThat(server.count("select count(*) from record.finding")).isPositive();
    assertThat(inbox.open(hub)).isEmpty();
    assertThat(inbox.of(hub, report)).hasSize(1);
    assertThatThrownBy(() -> inbox.close(hub, message.standing().id(), "again"))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo(Refused.Code.CONFLICT));
  }

  @Test
  void messageJoined_handedOver_takenOrClosed_keepsEveryStepWithItsReason() {
    account("hub", Role.HUB, null);
    UUID supervisor = account("supervisor", Role.SUPERVISOR, null);
    account("elsewhere", Role.SUPERVISOR, "fernley");
    told();
    told("happened", "The same car again.");
    Caller hub = in("hub");
    UUID first = inbox.open(hub).get(0).id();
    UUID second = inbox.open(hub).get(1).id();
    inbox.open(hub, first);
    inbox.open(hub, first);
    inbox.handOver(hub, first, supervisor, "Knows the family.");
    assertThatThrownBy(() -> inbox.handOver(hub, second, server.ids().next(), "To nobody."))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> inbox.close(hub, second, " ")).isInstanceOf(Refused.class);
    inbox.report(hub, first, "greyport", List.of(), "Grooming.");
    Caller other = in("supervisor");
    inbox.take(other, second);
    String reference = server.text("select reference from record.report");
    assertThatThrownBy(() -> inbox.join(other, second, "none such", "Same car."))
        .isInstanceOf(Refused.class);
    UUID report = inbox.join(other, second, reference, "Same car.");
    assertThat(inbox.of(other, report)).hasSize(2);
    assertThat(server.texts("select text from record.narrative"))
        .as("both messages' words are read")
        .contains(WORDS, "The same car again.");
    assertThat(server.count("select count(*) from record.reading")).isEqualTo(2);
    List<Inbox.Told> told = inbox.told(other, report);
    assertThat(told).hasSize(2);
    assertThat(told.getLast().report()).isNotEqualTo(report);
    Caller reader = server.someone("norchester", List.of("greyport"), Right.READ);
    assertThat(inbox.contacts(reader, report)).extracting(Contact::to).contains("number ending 11");
    assertThat(
            server.count("select count(*) from ledger.entry where kind = 'report.contact-opened'"))
        .isEqualTo(1);
    Caller partner = server.someone("norchester", List.of("greyport"), Right.READ_AGENCY);
    assertThatThrownBy(() -> inbox.contacts(partner, report)).isInstanceOf(Refused.class);
    assertThat(inbox.open(hub, first).steps().stream().map(step -> step.step()))
        .containsExactly(
            MessageStep.OWNED, MessageStep.OPENED, MessageStep.HANDED_OVER, MessageStep.REPORTED);
    assertThat(inbox.open(hub, second).steps().getLast().reason()).isEqualTo("Same car.");
    assertThat(inbox.open(hub, second).steps().stream().map(step -> step.step()))
        .containsSubsequence(MessageStep.REPORTED, MessageStep.JOINED);
  }

  @Test
  void everyStepAndEveryLook_isAnEntryThatNamesTheMessage() {
    account("hub", Role.HUB, null);
    told();
    Caller hub = in("hub");
    UUID id = only(hub).id();
    inbox.open(hub, id);
    inbox.close(hub, id, "A test of the line by the school.");
    assertThat(
            server.texts(
                "select kind from ledger.entry where '"
                    + id
                    + "' = any (subjects) order by tx::text::bigint"))
        .containsExactly("message.received", "messages.listed", "message.opened", "message.closed");
  }

  @Test
  void sentTwice_isOneMessage_andTheAnswersAreForgotten() {
    SessionToken token = SessionToken.create();
    Telling telling = answers();
    tellings.keep(token, telling);
    String first = tellings.send(token, Way.PUBLIC, telling, 0);
    assertThat(tellings.send(token, Way.PUBLIC, telling, 0)).isEqualTo(first);
    assertThat(server.count("select count(*) from record.message")).isEqualTo(1);
    assertThat(server.text("select content from work.telling")).doesNotContain("grey car");
  }

  @Test
  void whatWasTyped_isThereForItsBrowserAlone_forTwoHours_andGoneWhenTheyLeave() {
    SessionToken hers = SessionToken.create();
    SessionToken his = SessionToken.create();
    tellings.keep(hers, answers());
    assertThat(tellings.find(hers)).isPresent();
    assertThat(tellings.find(his)).isEmpty();
    server.asOwner("update work.telling set expires_at = now() - interval '1 second'");
    assertThat(tellings.find(hers)).as("after two hours").isEmpty();
    assertThat(tellings.forgetOld()).isEqualTo(1);
    tellings.keep(hers, answers());
    tellings.forget(hers);
    assertThat(server.count("select count(*) from work.telling")).isZero();
    assertThat(
            server.count(
                "select count(*) from information_schema.columns where table_schema = 'work'"
                    + " and table_name = 'telling' and column_name ~ 'address|ip|agent'"))
        .isZero();
  }
}
