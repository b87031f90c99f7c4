package org.heed.server.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.linkage.LinkListener;
import org.heed.linkage.Linker;
import org.heed.linkage.Records;
import org.heed.linkage.Settings;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.person.NewPerson;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.report.SampleReport;
import org.heed.testkit.Seeded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Proposals kept as reports come, against those of a linking of the whole record at once. */
class ProposalsAsTheyComeTest {
  private static final LocalDate BORN = LocalDate.of(2011, 3, 14);
  private static final List<String> GIVEN =
      List.of("Adalind", "Addie", "Adalinde", "Adalynd", "Rosalind", "Rosie");
  private static final List<String> FAMILY = List.of("Thornbury", "Thornberry", "Marwood");

  @RegisterExtension final Seeded seeded = new Seeded();

  private LinkingScene scene;
  private Random random;

  @BeforeEach
  void start() {
    scene = new LinkingScene();
    random = new Random(seeded.random().nextLong());
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  private void keep() {
    scene.settle();
    scene.index.keep();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Spoken words() {
    LocalDate born = random.nextInt(5) == 0 ? null : BORN.plusDays(random.nextInt(3));
    return Spoken.of(any(GIVEN), any(FAMILY), born, null);
  }

  private static NewPerson known(Spoken said) {
    LocalDate born = day(said);
    return new NewPerson(
        said.givenName(),
        said.familyName(),
        born,
        born == null ? "unknown" : "day",
        null,
        null,
        null,
        null,
        null);
  }

  private static @Nullable LocalDate day(Spoken said) {
    String born = said.dateOfBirth();
    return born == null ? null : LocalDate.parse(born);
  }

  /** A report of somebody, or a later version of it; the mention of its newest version. */
  private UUID reported(String reference, Spoken said) {
    UUID report =
        scene
            .services
            .reports()
            .record(
                scene.officer,
                SampleReport.of(
                    "intake",
                    reference,
                    ReportKind.MISSING_EPISODE,
                    null,
                    "greyport",
                    "She came back late and did not say where from.",
                    null,
                    null,
                    null,
                    null,
                    List.of(
                        new NewMention(
                            MentionRole.VICTIM,
                            said.givenName(),
                            said.familyName(),
                            day(said),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null))))
            .report();
    return UUID.fromString(
        scene.server.text(
            "select id::text from record.mention where report = '"
                + report
                + "' order by version desc limit 1"));
  }

  /** What is proposed, with its weight. */
  private Set<String> proposed() {
    return new TreeSet<>(
        scene.server.texts(
            "select concat_ws(' ', kind, a, b, weight, by_a, '/', by_b) from work.proposal"));
  }

  /** As a Heed would propose that finds the whole record and no proposals. */
  private Set<String> atOnce() {
    scene.server.asOwner("delete from work.proposal");
    scene.server.asOwner("update work.proposed_upto set position = -1");
    scene.index().keep();
    return proposed();
  }

  @Test
  void recordThatComesChangesAndIsLinkedInAnyOrder_isProposedAsTheWholeWouldBeAtOnce() {
    scene.crowd();
    keep();
    List<UUID> mentions = new ArrayList<>();
    List<UUID> people = new ArrayList<>();
    Map<UUID, UUID> meant = new HashMap<>();
    Set<String> ever = new HashSet<>();
    for (int i = 0; i < 90; i++) {
      int act = people.isEmpty() || mentions.isEmpty() ? i % 2 : random.nextInt(7);
      switch (act) {
        case 0, 1 -> mentions.add(reported("r" + random.nextInt(30), words()));
        case 2 ->
            people.add(
                scene.services.people().create(scene.officer, known(words()), "Made for a test"));
        case 3 ->
            scene
                .services
                .people()
                .amend(scene.officer, any(people), known(words()), "Put right for a test");
        case 4 -> link(any(mentions), any(people), meant);
        default -> unlink(meant);
      }
      if (people.isEmpty()) {
        people.add(
            scene.services.people().create(scene.officer, known(words()), "Made for a test"));
      }
      if (random.nextInt(3) == 0) {
        keep();
        ever.addAll(proposed());
      }
    }
    keep();
    Set<String> kept = proposed();
    assertThat(scene.server.count("select count(*) from record.mention_person where same"))
        .isGreaterThan(4);
    assertThat(scene.server.count("select count(*) from record.mention_person where not same"))
        .isGreaterThan(2);
    assertThat(kept).hasSizeGreaterThan(10);
    assertThat(ever.stream().filter(one -> !kept.contains(one)).count())
        .as("proposed for words that are no longer there")
        .isGreaterThan(5);
    assertThat(scene.server.count("select count(*) from record.linkage_model"))
        .as("nothing was learnt meanwhile")
        .isEqualTo(1);
    assertThat(atOnce()).isEqualTo(kept);
  }

  /** Says who is meant, unless that was said, or the report has a later version. */
  private void link(UUID mention, UUID person, Map<UUID, UUID> meant) {
    if (isNewest(mention) && !isSaid(mention)) {
      scene.services.people().choose(scene.officer, mention, person, "She said so.");
      meant.put(mention, person);
    }
  }

  private void unlink(Map<UUID, UUID> meant) {
    meant.keySet().removeIf(mention -> !isNewest(mention));
    if (!meant.isEmpty()) {
      UUID mention = any(meant.keySet().stream().sorted().toList());
      scene
          .services
          .people()
          .undo(
              scene.officer,
              mention,
              Objects.requireNonNull(meant.remove(mention)),
              "Not her after all.");
    }
  }

  private boolean isNewest(UUID mention) {
    return scene.server.count(
            "select count(*) from record.mention m where m.id = '"
                + mention
                + "' and m.version = (select max(n.version) from record.mention n where n.report ="
                + " m.report)")
        == 1;
  }

  private boolean isSaid(UUID mention) {
    return scene.server.count(
            "select count(*) from record.mention_person where mention = '" + mention + "'")
        > 0;
  }

  @Test
  void onceItIsLearntFromTheWholeRecord_proposalsAreThePairsOfALinkingOfAll_inAnyOrder() {
    List<Spoken> said = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      said.add(i < 30 ? one(i) : slipped(one(i - 30)));
    }
    List<Spoken> first = new ArrayList<>(said.subList(0, 30));
    List<Spoken> then = new ArrayList<>(said.subList(30, 60));
    Collections.shuffle(first, random);
    Collections.shuffle(then, random);
    for (Spoken one : first) {
      scene.services.people().create(scene.officer, known(one), "Made for a test");
      if (random.nextInt(4) == 0) {
        keep();
      }
    }
    keep();
    for (int i = 0; i < then.size(); i++) {
      reported("r" + i, then.get(i));
      if (random.nextInt(4) == 0) {
        keep();
      }
    }
    keep();
    // Learnt from so many or fewer before, so that this many more make it learn from everybody.
    long learnt = scene.server.count("select max(records) from record.linkage_model");
    for (int i = 0; i < 2 * learnt - 60; i++) {
      reported("more" + i, slipped(one(random.nextInt(30))));
    }
    keep();
    assertThat(scene.server.count("select max(records) from record.linkage_model"))
        .isEqualTo(scene.server.count("select count(*) from record.mention") + 30);
    assertThat(weights()).isEqualTo(ofALinkingOfAll()).hasSizeGreaterThan(20);
    assertThat(groups()).isEqualTo(groupsOfALinkingOfAll()).isNotEmpty();
  }

  /** The mentions of each proposal of several. */
  private Set<Set<String>> groups() {
    Map<String, Set<String>> groups = new TreeMap<>();
    for (String row :
        scene.server.texts("select a || ' ' || b from work.proposal where kind = 'mentions'")) {
      String[] cells = row.split(" ", -1);
      groups.computeIfAbsent(cells[0], first -> new TreeSet<>(Set.of(first))).add(cells[1]);
    }
    return Set.copyOf(groups.values());
  }

  /** The mentions that likely pairs connect. */
  private Set<Set<String>> groupsOfALinkingOfAll() {
    Map<String, Set<String>> groups = new HashMap<>();
    Records all = everybody();
    Linker.link(all, new Settings(0.9, null), LinkListener.deaf())
        .eachPair((a, b, weight) -> {
          if (all.id(a).startsWith("m") && all.id(b).startsWith("m")) {
            String one = all.id(a).substring(1);
            String other = all.id(b).substring(1);
            Set<String> together = new TreeSet<>(groups.getOrDefault(one, Set.of(one)));
            together.addAll(groups.getOrDefault(other, Set.of(other)));
            together.forEach(member -> groups.put(member, together));
          }
        });
    return Set.copyOf(groups.values());
  }

  private Records everybody() {
    Records.Builder builder = Records.builder(Spoken.LAYOUT);
    add(builder, "select 'm,' || id || ',' || %s from record.mention");
    add(builder, "select 'p,' || person || ',' || %s from record.person_version");
    return builder.freeze();
  }

  /** One of thirty people. */
  private static Spoken one(int number) {
    return Spoken.of(
        LinkingScene.GIVEN[number % LinkingScene.GIVEN.length],
        LinkingScene.FAMILY[number % LinkingScene.FAMILY.length],
        BORN.plusDays(97L * number),
        null);
  }

  /** As somebody may write them down. */
  private Spoken slipped(Spoken said) {
    return switch (random.nextInt(4)) {
      case 0 -> new Spoken(said.givenName(), said.familyName() + "e", said.dateOfBirth(), null);
      case 1 -> new Spoken(said.familyName(), said.givenName(), said.dateOfBirth(), null);
      case 2 -> new Spoken(said.givenName(), said.familyName(), null, null);
      default -> said;
    };
  }

  private Map<String, Double> weights() {
    Map<String, Double> weights = new TreeMap<>();
    for (String row :
        scene.server.texts(
            "select a || ' ' || b || ' ' || weight from work.proposal where kind <> 'mentions'")) {
      String[] cells = row.split(" ", -1);
      weights.put(cells[0] + " " + cells[1], Double.valueOf(cells[2]));
    }
    return weights;
  }

  private Map<String, Double> ofALinkingOfAll() {
    Records all = everybody();
    Map<String, Double> weights = new TreeMap<>();
    Linker.link(all, Settings.usual(), LinkListener.deaf())
        .eachPair((a, b, weight) -> {
          boolean isMention = all.id(a).startsWith("m");
          if (!all.id(b).startsWith("m")) {
            UUID one = UUID.fromString(all.id(a).substring(1));
            UUID other = UUID.fromString(all.id(b).substring(1));
            boolean inOrder = isMention || one.compareTo(other) < 0;
            weights.put(inOrder ? one + " " + other : other + " " + one, weight);
          }
        });
    return weights;
  }

  private void add(Records.Builder builder, String query) {
    List<String[]> rows = new ArrayList<>();
    String values =
        "coalesce(given_name, '') || ',' || coalesce(family_name, '') || ',' ||"
            + " coalesce(date_of_birth::text, '')";
    scene.server.texts(query.replace("%s", values)).forEach(row -> rows.add(row.split(",", -1)));
    rows.sort((a, b) -> UUID.fromString(a[1]).compareTo(UUID.fromString(b[1])));
    for (String[] row : rows) {
      @Nullable String[] said =
          Arrays.stream(row).skip(2).map(one -> one.isEmpty() ? null : one).toArray(String[]::new);
      builder.add(row[0] + row[1], Arrays.copyOf(said, 4));
    }
  }

  @Test
  void proposalThatRestsOnARestrictedReportsWords_isShownToNobodyElse() {
    scene.crowd();
    UUID ada =
        scene.services.people().create(scene.officer, known(said("Adalind")), "Made for a test");
    UUID other =
        scene
            .services
            .people()
            .create(
                scene.officer,
                known(Spoken.of("Quentin", "Zeller", BORN.minusYears(3), null)),
                "Made for a test");
    keep();
    UUID mention = reported("closed", said("Adalinde"));
    scene.services.people().choose(scene.officer, mention, other, "He said so.");
    keep();
    assertThat(
            scene.server.texts(
                "select kind from work.proposal where by_a is not null or by_b is not null"))
        .containsExactly("people");
    Proposals proposals = new Proposals(scene.server.acts(), scene.server.databases());
    Caller colleague = scene.server.someone(Right.READ, Right.PEOPLE);
    assertThat(proposals.list(colleague, 50)).hasSize(1);
    UUID open = reported("open", Spoken.of("Quentin", "Zeller", BORN.minusYears(3), null));
    scene.services.people().choose(scene.officer, open, other, "He said so.");
    new Restrictions(scene.server.acts(), scene.server.databases())
        .restrict(scene.officer, scene.report(mention), List.of(), "A relative works here.");
    keep();
    assertThat(proposals.list(colleague, 50))
        .as("both people are open to the colleague, and what joins them is not")
        .isEmpty();
    assertThat(proposals.list(scene.officer, 50))
        .singleElement()
        .satisfies(
            one -> assertThat(List.of(one.a(), one.b())).containsExactlyInAnyOrder(ada, other));
  }

  private static Spoken said(String given) {
    return Spoken.of(given, "Thornbury", BORN, null);
  }
}
