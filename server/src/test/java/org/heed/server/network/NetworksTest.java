package org.heed.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.linkage.decision.Verdict;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.person.Identities;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.person.Ties;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies around somebody or something, and who may see it. */
class NetworksTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final NewThing PHONE = new NewThing(ThingKind.PHONE, "07700 900123", null, null);
  private static final NewThing LODGE =
      new NewThing(ThingKind.PLACE, "Granary Lodge, Greyport", "hotel", null);
  private static final Networks.Question ALL = new Networks.Question(2, null, null);

  private ServerFixture server;
  private RecordServices services;
  private Networks networks;
  private Identities identities;
  private Caller officer;
  private final Map<String, UUID> reports = new HashMap<>();

  @BeforeEach
  void start() {
    server = ServerFixture.create();
    services =
        RecordServices.of(server.databases(), server.time(), server.ids(), RULEBOOK, new Random(7));
    identities =
        new Identities(server.acts(), server.databases(), new PersonStore(server.databases()));
    networks = new Networks(server.acts(), server.databases(), identities, RULEBOOK);
    officer = server.someone(Right.RECORD, Right.READ, Right.PEOPLE, Right.RESTRICT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewMention somebody(MentionRole role, String name, @Nullable Integer age) {
    return new NewMention(role, name, "Marlow", null, age, null, null, null, null, null);
  }

  /** Records a report; its mentions of people, in their order. */
  private List<UUID> report(
      String reference, String day, List<NewMention> people, NewThing... things) {
    UUID report =
        services
            .reports()
            .record(
                officer,
                new NewReport(
                    "made",
                    reference,
                    ReportKind.MISSING_EPISODE,
                    null,
                    "greyport",
                    "She came back with a phone and was afraid to say who gave it.",
                    Instant.parse(day + "T12:00:00Z"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "safeguarding",
                    null,
                    null,
                    people,
                    List.of(things)))
            .report();
    reports.put(reference, report);
    return server
        .texts(
            "select id::text from record.mention where report = '" + report + "' order by ordinal")
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  private UUID id(String reference) {
    return Objects.requireNonNull(reports.get(reference));
  }

  private UUID thing(String reference) {
    return UUID.fromString(
        server.text(
            "select id::text from record.thing_mention where report = '" + id(reference) + "'"));
  }

  private UUID create(UUID mention, String name) {
    return services.people().createFor(officer, mention, name, "Marlow", null, "Nobody known");
  }

  private static Set<String> labels(Network network) {
    return network.nodes().stream().map(Network.Node::label).collect(Collectors.toSet());
  }

  @Test
  void aroundAPerson_twoReportsAway_andNotThree() {
    UUID ada =
        create(
            report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "Ada", 14)), PHONE)
                .getFirst(),
            "Ada");
    report("B", "2026-04-01", List.of(somebody(MentionRole.VICTIM, "Bea", 15)), PHONE, LODGE);
    report("C", "2026-05-01", List.of(somebody(MentionRole.WITNESS, "Cy", 40)), LODGE);
    services.things().choose(officer, thing("A"), "mention:" + phoneOf("B"), "One SIM card");
    Network one = networks.around(officer, ada, new Networks.Question(1, null, null));
    assertThat(labels(one)).containsExactlyInAnyOrder("Ada Marlow", "A", "07700 900123");
    Network two = networks.around(officer, ada, ALL);
    assertThat(labels(two))
        .containsExactlyInAnyOrder(
            "Ada Marlow", "A", "07700 900123", "B", "Bea Marlow", "Granary Lodge, Greyport");
    assertThat(two.centre().label()).isEqualTo("Ada Marlow");
    assertThat(two.lines()).allMatch(Network.Line::confirmed);
    assertThat(two.node("report:" + id("B")).step()).isEqualTo(2);
    assertThat(
            server.count(
                "select count(*) from ledger.entry where kind = 'network.opened' and '"
                    + ada
                    + "' = any (subjects) and '"
                    + id("A")
                    + "' = any (subjects)"))
        .isEqualTo(2);
  }

  private UUID phoneOf(String reference) {
    return UUID.fromString(
        server.text(
            "select id::text from record.thing_mention where kind = 'phone' and report = '"
                + id(reference)
                + "'"));
  }

  @Test
  void sameNumberThatNobodyConfirmed_isJoinedByLinesThatSaySo_untilSomebodyDoesOrRefuses() {
    report("A", "2026-03-01", List.of(), PHONE);
    report("B", "2026-04-01", List.of(), PHONE);
    report("C", "2026-05-01", List.of(), PHONE);
    Network unsaid = networks.around(officer, id("A"), ALL);
    assertThat(unsaid.lines()).hasSize(3).noneMatch(Network.Line::confirmed);
    assertThat(unsaid.nodes()).filteredOn(node -> node.kind() == NodeKind.PHONE).hasSize(1);
    UUID known =
        services.things().choose(officer, thing("B"), "mention:" + thing("A"), "One SIM card");
    Network said = networks.around(officer, known, ALL);
    assertThat(said.lines())
        .extracting(Network.Line::reference, Network.Line::confirmed)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("A", true),
            org.assertj.core.groups.Tuple.tuple("B", true),
            org.assertj.core.groups.Tuple.tuple("C", false));
    services.things().refuse(officer, thing("C"), List.of("thing:" + known), "Another SIM card");
    assertThat(networks.around(officer, known, ALL).lines())
        .extracting(Network.Line::reference)
        .containsExactlyInAnyOrder("A", "B");
    services.things().undo(officer, thing("B"), known, "A slip of the pen");
    assertThat(networks.around(officer, known, ALL).lines())
        .extracting(Network.Line::reference)
        .containsExactly("A");
  }

  @Test
  void oneThingRefused_leavesItJoinedToWhatElseIsWrittenAlike() {
    report("A", "2026-03-01", List.of(), PHONE);
    report("B", "2026-04-01", List.of(), PHONE);
    report("C", "2026-05-01", List.of(), new NewThing(ThingKind.PHONE, "ends 0123", null, null));
    UUID known = services.things().choose(officer, thing("C"), "mention:" + thing("A"), "Her SIM");
    services.things().undo(officer, thing("C"), known, "It was another");
    services.things().undo(officer, thing("A"), known, "It was another");
    report("D", "2026-06-01", List.of(), PHONE);
    UUID other =
        services.things().choose(officer, thing("D"), "mention:" + thing("B"), "One SIM card");
    // What A is said not to be has nothing to do with what B and D mean.
    assertThat(networks.around(officer, other, ALL).lines())
        .extracting(Network.Line::reference)
        .containsExactlyInAnyOrder("A", "B", "D");
    assertThat(networks.around(officer, id("A"), ALL).lines())
        .extracting(Network.Line::reference)
        .contains("A", "B", "D");
    services.things().refuse(officer, thing("A"), List.of("thing:" + other), "Another SIM card");
    assertThat(networks.around(officer, other, ALL).lines())
        .extracting(Network.Line::reference)
        .containsExactlyInAnyOrder("B", "D");
    assertThat(networks.around(officer, thing("A"), ALL).lines())
        .extracting(Network.Line::reference)
        .containsExactly("A");
  }

  @Test
  void twoSaidNotToBeOne_areApart_andAThirdWrittenAlikeIsStillJoinedToOne() {
    report("A", "2026-03-01", List.of(), PHONE);
    report("B", "2026-04-01", List.of(), PHONE);
    report("C", "2026-05-01", List.of(), PHONE);
    services.things().refuse(officer, thing("A"), List.of("mention:" + thing("B")), "Another SIM");
    assertThat(networks.around(officer, id("B"), ALL).lines())
        .extracting(Network.Line::reference)
        .containsExactlyInAnyOrder("B", "C");
    assertThat(networks.around(officer, thing("A"), ALL).lines())
        .extracting(Network.Line::reference)
        .containsExactly("A");
  }

  @Test
  void whoMayBeOneWithTheCentre_isShownByThatAlone_andNotWalkedOnFrom() {
    UUID first =
        report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "Ada", 14))).getFirst();
    UUID ada = create(first, "Ada");
    UUID second =
        report("B", "2026-04-01", List.of(somebody(MentionRole.VICTIM, "Addie", 14)), LODGE)
            .getFirst();
    server.asOwner(
        "insert into work.proposal (kind, a, b, weight, model, proposed_at) values ('mention', '"
            + second
            + "', '"
            + ada
            + "', 14, 'made', now())");
    Network network = networks.around(officer, ada, ALL);
    assertThat(labels(network)).containsExactlyInAnyOrder("Ada Marlow", "A", "Addie Marlow");
    assertThat(network.supposed())
        .singleElement()
        .satisfies(one -> {
          assertThat(Set.of(one.one(), one.other()))
              .isEqualTo(Set.of("person:" + ada, "mention:" + second));
          assertThat(one.report()).isEqualTo(id("B"));
          assertThat(one.href()).isEqualTo("/reports/" + id("B") + "/people/" + second);
        });
    assertThat(
            server.count(
                "select count(*) from ledger.entry where kind = 'network.opened' and '"
                    + id("B")
                    + "' = any (subjects)"))
        .isEqualTo(1);
    new Restrictions(server.acts(), server.databases())
        .restrict(officer, id("B"), List.of(), "A relative works here.");
    Caller other = server.someone(Right.READ, Right.PEOPLE);
    assertThat(labels(networks.around(other, ada, ALL)))
        .containsExactlyInAnyOrder("Ada Marlow", "A");
  }

  @Test
  void thing_isCalledAsTheFullestReportOpenToTheAskerWritesIt() {
    report("A", "2026-03-01", List.of(), PHONE);
    report("B", "2026-04-01", List.of(), new NewThing(ThingKind.PHONE, "ends 0123", null, null));
    UUID known = services.things().choose(officer, thing("B"), "mention:" + thing("A"), "Her SIM");
    new Restrictions(server.acts(), server.databases())
        .restrict(officer, id("A"), List.of(), "A relative works here.");
    Caller other = server.someone(Right.READ, Right.PEOPLE);
    assertThat(labels(networks.around(officer, known, ALL))).contains("07700 900123");
    assertThat(labels(networks.around(other, known, ALL)))
        .contains("ends 0123")
        .doesNotContain("07700 900123");
    assertThat(services.things().open(other, known).label()).isEqualTo("ends 0123");
    assertThat(services.things().open(officer, known).label()).isEqualTo("07700 900123");
  }

  @Test
  void childSuspectedHere_andHarmedThere_asksForADecision_andHasNoScore() {
    UUID first =
        report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "Ada", 14))).getFirst();
    UUID ada = create(first, "Ada");
    UUID second =
        report("B", "2026-04-01", List.of(somebody(MentionRole.SUSPECT, "Ada", 14))).getFirst();
    services.people().choose(officer, second, ada, "Her date of birth");
    assertThat(networks.around(officer, ada, ALL).cares())
        .singleElement()
        .satisfies(care -> {
          assertThat(care.person().label()).isEqualTo("Ada Marlow");
          assertThat(care.reports()).extracting(Network.Line::reference).containsExactly("B", "A");
        });
    report("C", "2026-05-01", List.of(somebody(MentionRole.SUSPECT, "Grown", 30)));
    assertThat(networks.around(officer, id("C"), ALL).cares()).isEmpty();
    report("D", "2026-05-01", List.of(somebody(MentionRole.SUSPECT, "Young", 17)));
    assertThat(networks.around(officer, id("D"), ALL).cares()).hasSize(1);
  }

  @Test
  void twoPeopleSaidToBeOne_areOneNode() {
    UUID first =
        report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "Ada", 14))).getFirst();
    UUID ada = create(first, "Ada");
    UUID second =
        report("B", "2026-04-01", List.of(somebody(MentionRole.VICTIM, "Addie", 14))).getFirst();
    UUID addie = create(second, "Addie");
    identities.decide(
        officer,
        ada,
        addie,
        Verdict.SAME,
        "Her mother said so",
        false,
        new People.Evidence("{}", "none"));
    for (UUID one : List.of(ada, addie)) {
      Network network = networks.around(officer, one, ALL);
      assertThat(network.nodes()).filteredOn(node -> node.kind() == NodeKind.PERSON).hasSize(1);
      assertThat(network.lines())
          .extracting(Network.Line::reference)
          .containsExactlyInAnyOrder("A", "B");
    }
  }

  @Test
  void closedReport_isNowhere_norWhomItAloneSpeaksOf_norThatItIsThere() {
    UUID ada =
        create(
            report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "Ada", 14)), PHONE)
                .getFirst(),
            "Ada");
    List<UUID> both =
        report(
            "B",
            "2026-04-01",
            List.of(
                somebody(MentionRole.VICTIM, "Ada", 14), somebody(MentionRole.SUSPECT, "Zed", 40)),
            LODGE);
    services.people().choose(officer, both.get(0), ada, "Her date of birth");
    UUID zed = create(both.get(1), "Zed");
    report("C", "2026-05-01", List.of(somebody(MentionRole.VICTIM, "Cy", 13)), LODGE);
    Caller other = server.someone(Right.READ, Right.PEOPLE);
    assertThat(labels(networks.around(other, ada, ALL))).contains("Zed Marlow", "C");
    new Restrictions(server.acts(), server.databases())
        .restrict(officer, id("B"), List.of(), "A relative works here.");
    Network network = networks.around(other, ada, ALL);
    assertThat(labels(network)).containsExactlyInAnyOrder("Ada Marlow", "A", "07700 900123");
    assertThat(network.cut()).isFalse();
    assertThatThrownBy(() -> networks.around(other, zed, ALL)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> networks.around(other, id("B"), ALL)).isInstanceOf(Refused.class);
    Caller elsewhere = server.someone("norchester", List.of("saltmere"), Right.READ, Right.PEOPLE);
    assertThat(networks.around(elsewhere, ada, ALL).lines()).isEmpty();
    assertThatThrownBy(() -> networks.around(elsewhere, id("A"), ALL)).isInstanceOf(Refused.class);
    assertThat(labels(networks.around(officer, ada, ALL))).contains("Zed Marlow", "C");
  }

  @Test
  void period_leavesOutWhatHappenedBeforeAndAfter() {
    UUID ada =
        create(
            report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "Ada", 14))).getFirst(),
            "Ada");
    for (String day : List.of("2026-04-01", "2026-05-01")) {
      UUID mention = report(day, day, List.of(somebody(MentionRole.VICTIM, "Ada", 14))).getFirst();
      services.people().choose(officer, mention, ada, "Her date of birth");
    }
    LocalDate april = LocalDate.of(2026, 4, 1);
    assertThat(networks.around(officer, ada, new Networks.Question(2, april, april)).lines())
        .extracting(Network.Line::reference)
        .containsExactly("2026-04-01");
    assertThatThrownBy(() -> new Networks.Question(2, april, april.minusDays(1)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void hub_isShownAndNotFollowed() {
    UUID ada =
        create(
            report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "Ada", 14)), LODGE)
                .getFirst(),
            "Ada");
    for (int i = 0; i <= RULEBOOK.rulebook().patterns().followed(); i++) {
      report("X" + i, "2026-04-01", List.of(somebody(MentionRole.WITNESS, "W" + i, 40)), LODGE);
    }
    UUID last = null;
    for (int i = 0; i <= RULEBOOK.rulebook().patterns().followed(); i++) {
      UUID mention = thing("X" + i);
      last =
          services
              .things()
              .choose(
                  officer,
                  mention,
                  last == null ? "mention:" + thing("A") : "thing:" + last,
                  "One hotel");
    }
    Network network = networks.around(officer, ada, ALL);
    assertThat(labels(network))
        .containsExactlyInAnyOrder("Ada Marlow", "A", "Granary Lodge, Greyport");
    assertThat(network.nodes()).filteredOn(Network.Node::hub).hasSize(1);
    Network around = networks.around(officer, Objects.requireNonNull(last), ALL);
    assertThat(around.nodes()).hasSizeGreaterThan(RULEBOOK.rulebook().patterns().followed());
    assertThat(around.cut()).isTrue();
  }

  private static NewMention keyed(MentionRole role, String name, String key) {
    return new NewMention(role, name, "Marlow", null, 40, null, null, null, null, key);
  }

  private Ties.Outcome say(String from, String to, String says, boolean confirmed) {
    Caller source = server.someone(Right.IMPORT, Right.READ);
    Ties ties = new Ties(server.databases());
    return server
        .acts()
        .changeMany(
            source, begin -> ties.add(begin, "made", new Ties.Said(from, to, says, confirmed)));
  }

  @Test
  void whatASourceSaysOfTwoPeople_isItsStatement_closedWhereEitherReportIs() {
    UUID ada = create(report("A", "2026-03-01", two("Zed"), PHONE).getFirst(), "Ada");
    report("B", "2026-04-01", List.of(keyed(MentionRole.WITNESS, "Bea", "p3")), PHONE);
    report("C", "2026-04-02", List.of(keyed(MentionRole.WITNESS, "Far", "p4")), LODGE);
    assertThat(say("p2", "p3", "Cousin", true)).isEqualTo(Ties.Outcome.NEW);
    assertThat(say("p3", "p4", "Neighbour", false)).isEqualTo(Ties.Outcome.NEW);
    Network network = networks.around(officer, ada, ALL);
    assertThat(labels(network)).as("nobody is reached by it").doesNotContain("Far Marlow", "C");
    assertThat(network.ties()).hasSize(1);
    Network.Tied tie = network.ties().getFirst();
    assertThat(network.node(tie.one()).label()).isEqualTo("Zed Marlow");
    assertThat(network.node(tie.other()).label()).isEqualTo("Bea Marlow");
    assertThat(tie.words()).isEqualTo("Cousin, says made");
    assertThat(tie.why()).contains("nobody here has said so");
    report("A", "2026-03-01", two("Zedd"), PHONE);
    Network amended = networks.around(officer, ada, ALL);
    assertThat(amended.ties())
        .as("by the mention of the newest version")
        .hasSize(1)
        .allSatisfy(one -> assertThat(amended.node(one.one()).label()).isEqualTo("Zedd Marlow"));
    Caller other = server.someone(Right.READ, Right.PEOPLE);
    assertThat(networks.around(other, id("A"), ALL).ties()).hasSize(1);
    new Restrictions(server.acts(), server.databases())
        .restrict(officer, id("B"), List.of(), "A source is at risk.");
    assertThat(networks.around(other, id("A"), ALL).ties()).isEmpty();
    assertThat(networks.around(officer, id("A"), ALL).ties()).hasSize(1);
    report("A", "2026-03-01", List.of(keyed(MentionRole.VICTIM, "Ada", "p1")), PHONE);
    assertThat(networks.around(officer, id("A"), ALL).ties()).as("named no more").isEmpty();
  }

  private static List<NewMention> two(String suspect) {
    return List.of(
        keyed(MentionRole.VICTIM, "Ada", "p1"), keyed(MentionRole.SUSPECT, suspect, "p2"));
  }

  @Test
  void twoWhomPeopleSaidAreOne_haveNoTie_andATieIsInEveryExport_asNotConfirmed() {
    List<UUID> both = report("A", "2026-03-01", two("Zed"));
    UUID ada = create(both.get(0), "Ada");
    say("p1", "p2", "=Friend", true);
    Network network = networks.around(officer, id("A"), ALL);
    assertThat(network.ties()).hasSize(1);
    for (Exchange form : Exchange.values()) {
      if (form != Exchange.I2_SPECIFICATION) {
        assertThat(ExchangeWriter.write(form, network))
            .as(form.file())
            .contains("=Friend, says made");
      }
    }
    JsonNode pole =
        JsonMapper.builder().build().readTree(ExchangeWriter.write(Exchange.POLE_JSON, network));
    JsonNode last = pole.get("relationships").get(2);
    assertThat(last.get("status").asString()).isEqualTo("unconfirmed");
    assertThat(last.get("source").asString()).isEqualTo("made");
    assertThat(last.get("sourceSays").asString()).isEqualTo("confirmed");
    assertThat(last.get("sourceReference").asString()).isEqualTo("A");
    JsonNode graph =
        JsonMapper.builder()
            .build()
            .readTree(ExchangeWriter.write(Exchange.CASE, network))
            .get("@graph");
    JsonNode tie = graph.get(graph.size() - 1);
    assertThat(tie.get("uco-core:tag").asString()).isEqualTo("unconfirmed");
    assertThat(ExchangeWriter.write(Exchange.I2, network))
        .contains("\"'=Friend, says made\",Unconfirmed,,,A\r\n");
    assertThat(ExchangeWriter.write(Exchange.POLE_CSV, network)).contains(",unconfirmed\r\n");
    services.people().choose(officer, both.get(1), ada, "One person after all.");
    assertThat(networks.around(officer, id("A"), ALL).ties()).isEmpty();
  }

  @Test
  void exchangeForms_haveEveryLine_andSayWhatIsNotConfirmed() {
    report("A", "2026-03-01", List.of(somebody(MentionRole.VICTIM, "=Ada", 14)), PHONE);
    report("B", "2026-04-01", List.of(), PHONE);
    Network network = networks.around(officer, id("A"), ALL);
    JsonNode pole =
        JsonMapper.builder().build().readTree(ExchangeWriter.write(Exchange.POLE_JSON, network));
    assertThat(pole.get("relationships").size()).isEqualTo(3);
    List<String> statuses = new ArrayList<>();
    pole.get("relationships").forEach(one -> statuses.add(one.get("status").asString()));
    assertThat(statuses).containsExactlyInAnyOrder("confirmed", "unconfirmed", "unconfirmed");
    assertThat(pole.get("entities").get(0).get("entity").asString()).isEqualTo("Event");
    JsonNode graph =
        JsonMapper.builder()
            .build()
            .readTree(ExchangeWriter.write(Exchange.CASE, network))
            .get("@graph");
    Set<String> ids = new java.util.HashSet<>();
    graph.forEach(one -> ids.add(one.get("@id").asString()));
    assertThat(ids).hasSize(network.nodes().size() + 3);
    graph.forEach(one -> {
      if (one.has("uco-core:source")) {
        assertThat(ids)
            .contains(
                one.get("uco-core:source").get("@id").asString(),
                one.get("uco-core:target").get("@id").asString());
      }
    });
    for (Exchange form : List.of(Exchange.LINES, Exchange.POLE_CSV, Exchange.I2)) {
      String csv = ExchangeWriter.write(form, network);
      assertThat(csv.split("\r\n", -1)).as(form.file()).hasSize(5);
      assertThat(csv).contains("'=Ada Marlow");
    }
    String columns = ExchangeWriter.write(Exchange.I2, network).split("\r\n", -1)[0];
    JsonNode specification =
        JsonMapper.builder()
            .build()
            .readTree(ExchangeWriter.write(Exchange.I2_SPECIFICATION, network));
    for (String end : List.of("entity1", "entity2")) {
      for (String what : List.of("identity", "type", "label")) {
        assertThat(List.of(columns.split(",", -1)))
            .contains(specification.get(end).get(what).asString());
      }
    }
  }
}
