package org.heed.server.publication.counted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.figures.recount.History;
import org.heed.figures.recount.RecountedCrime;
import org.heed.figures.recount.Standing;
import org.heed.figures.recount.Told;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one report as far as the ledger was read, and where that makes it count.
 * Decisions are held by what they are on: the report itself has no crime.
 */
final class CountedReport {
  private static final String RANDOM_REVIEW = "random-review";

  private final List<Fact.Read> readings = new ArrayList<>();
  private final Map<@Nullable UUID, Fact.Decision> decided = new HashMap<>();
  private final Map<@Nullable UUID, Fact.Decision> otherwise = new HashMap<>();
  private final Map<UUID, KnownCrime> crimes = new LinkedHashMap<>();
  private final Map<UUID, KnownMention> mentions = new LinkedHashMap<>();
  private final Map<UUID, Fact.Told> told = new HashMap<>();
  private Fact.@Nullable Version version;
  private Fact.@Nullable Decision blind;
  private Fact.@Nullable Operation operation;
  private double drawnFlagged;
  private double drawnUnflagged;
  private final @Nullable Supposed supposed;

  /**
   * @param supposed by which rulebook it counts; null: as it was recorded and read
   */
  CountedReport(@Nullable Supposed supposed) {
    this.supposed = supposed;
  }

  /** A crime of it. */
  static final class KnownCrime {
    private Fact.State first;
    private Fact.State latest;

    private KnownCrime(Fact.State only) {
      first = only;
      latest = only;
    }
  }

  /** A person in it. */
  static final class KnownMention {
    private Fact.@Nullable Mention said;
    private Fact.@Nullable Link link;
  }

  void add(Fact fact) {
    switch (fact) {
      case Fact.Version newer -> version = newest(version, newer);
      case Fact.Decision decision -> decide(decision);
      case Fact.State state -> {
        KnownCrime crime = crimes.computeIfAbsent(state.crime(), _ -> new KnownCrime(state));
        crime.first = state.seq() < crime.first.seq() ? state : crime.first;
        crime.latest = state.seq() > crime.latest.seq() ? state : crime.latest;
      }
      case Fact.Told of -> told.put(of.crime(), of);
      case Fact.Read reading -> readings.add(reading);
      case Fact.Mention said -> mention(said.mention()).said = said;
      case Fact.Link link -> {
        KnownMention mention = mention(link.mention());
        if (mention.link == null || mention.link.seq() < link.seq()) {
          mention.link = link;
        }
      }
      case Fact.Operation newer -> {
        if (operation == null || operation.seq() < newer.seq()) {
          operation = newer;
        }
      }
      case Fact.Draw draw -> {
        switch (draw.stream()) {
          case "random-flagged" -> drawnFlagged = draw.chance();
          case "random-unflagged" -> drawnUnflagged = draw.chance();
          default -> {}
        }
      }
    }
  }

  private static Fact.Version newest(Fact.@Nullable Version known, Fact.Version newer) {
    return known == null || known.version() < newer.version() ? newer : known;
  }

  private void decide(Fact.Decision decision) {
    decided.merge(decision.crime(), decision, CountedReport::later);
    if (decision.route().equals(RANDOM_REVIEW)) {
      blind = blind == null ? decision : later(blind, decision);
    } else {
      otherwise.merge(decision.crime(), decision, CountedReport::later);
    }
  }

  private static Fact.Decision later(Fact.Decision a, Fact.Decision b) {
    return b.seq() > a.seq() ? b : a;
  }

  private KnownMention mention(UUID id) {
    return mentions.computeIfAbsent(id, _ -> new KnownMention());
  }

  /** Its crimes. */
  Iterable<UUID> crimes() {
    return crimes.keySet();
  }

  /** All mentions that any version of it made. */
  Iterable<UUID> mentions() {
    return mentions.keySet();
  }

  /** A person whom it is about now. */
  record Person(UUID mention, boolean victim, @Nullable UUID person) {}

  /** The victims, subjects and suspects of the newest version that names anybody. */
  List<Person> people() {
    int newest =
        mentions.values().stream()
            .filter(mention -> mention.said != null)
            .mapToInt(mention -> mention.said == null ? 0 : mention.said.version())
            .max()
            .orElse(0);
    List<Person> people = new ArrayList<>();
    mentions.forEach((id, mention) -> {
      Fact.Mention said = mention.said;
      if (said != null && said.version() == newest) {
        boolean victim = said.role().equals("victim") || said.role().equals("subject");
        if (victim || said.role().equals("suspect")) {
          Fact.Link link = mention.link;
          people.add(new Person(id, victim, link != null && link.same() ? link.person() : null));
        }
      }
    });
    return people;
  }

  /** Where the report counts; null before any version of it is known. */
  @Nullable Row row(Codes codes) {
    Fact.Decision flag = null;
    boolean no = false;
    boolean any = false;
    for (Fact.Decision each : decided.values()) {
      any = true;
      no |= each.decision().equals("no");
      if (isYes(each) && (flag == null || each.at().isBefore(flag.at()))) {
        flag = each;
      }
    }
    String label = flag != null ? flag.route() : no ? "no" : any ? "need-more" : "none";
    return version == null ? null : row(codes, version, null, flag, label);
  }

  /** Where a crime of it counts: a decision on the crime goes before one on the report. */
  @Nullable Row row(UUID id, Codes codes) {
    KnownCrime crime = crimes.get(id);
    Fact.Decision own = decided.get(id);
    Fact.Decision decision = own == null ? decided.get(null) : own;
    Fact.Decision flag = decision != null && isYes(decision) ? decision : null;
    String label = flag != null ? flag.route() : decision == null ? "none" : decision.decision();
    return version == null || crime == null ? null : row(codes, version, crime, flag, label);
  }

  /** Where a crime counts that other rules make of crimes of which this report's is the first. */
  @Nullable Row row(UUID first, RecountedCrime made, Codes codes) {
    KnownCrime crime = crimes.get(first);
    Row own = row(first, codes);
    Standing standing = made.crime().at(Long.MAX_VALUE).orElse(null);
    if (version == null || crime == null || own == null || standing == null) {
      return null;
    }
    char[] days = own.days().clone();
    char[] labels = own.codes().clone();
    Standing.Flag flag = standing.flag();
    days[Clocks.FLAGGED] = flag == null ? Clocks.NONE : Clocks.day(flag.on());
    if (flag != null) {
      labels[Dimension.FLAG.column()] = codes.of(Dimension.FLAG, flag.route());
    }
    labels[Dimension.WHAT.column()] = codes.of(Dimension.WHAT, standing.offence());
    labels[Dimension.STANDING.column()] =
        codes.of(
            Dimension.STANDING,
            made.cancelled() ? "cancelled" : made.counts() ? "counted" : "apart");
    return new Row(days, labels);
  }

  /**
   * A crime of it as it stands now, with what it was recorded of, for other rules to count. A
   * person is who a mention is said to mean, else the mention.
   *
   * @param victimless classes without a victim
   */
  @Nullable Told told(UUID id, long position, Set<String> victimless) {
    KnownCrime crime = crimes.get(id);
    Fact.Told of = told.get(id);
    Fact.Version now = version;
    if (crime == null || of == null || now == null) {
      return null;
    }
    LocalDate reported = now.reported() == null ? now.recorded() : now.reported();
    LocalDate occurred = now.occurred();
    History history =
        new History(
            id.toString(),
            now.report().toString(),
            now.area(),
            now.route() == null ? "not-recorded" : now.route(),
            operation(),
            named(of.victims()),
            named(of.suspects()),
            occurred != null && occurred.isAfter(reported) ? reported : occurred,
            reported,
            crime.first.effective(),
            facts(id, crime, position));
    Set<String> offences = new LinkedHashSet<>(of.offences());
    offences.add(crime.first.offence());
    return new Told(history, List.copyOf(offences), victimless);
  }

  private List<org.heed.figures.recount.Fact> facts(UUID id, KnownCrime crime, long position) {
    List<org.heed.figures.recount.Fact> facts = new ArrayList<>();
    facts.add(new org.heed.figures.recount.Fact.Recorded(position, crime.first.offence()));
    facts.add(new org.heed.figures.recount.Fact.Reclassified(position, crime.latest.offence()));
    if (standing(crime.latest).equals("cancelled")) {
      facts.add(new org.heed.figures.recount.Fact.Cancelled(position));
    } else if (standing(crime.latest).equals("merged")) {
      facts.add(new org.heed.figures.recount.Fact.Merged(position));
    }
    Fact.Decision own = decided.get(id);
    Fact.Decision decision = own == null ? decided.get(null) : own;
    if (decision != null && isYes(decision)) {
      facts.add(
          new org.heed.figures.recount.Fact.Flagged(position, decision.day(), decision.route()));
    }
    return facts;
  }

  private Set<String> named(List<UUID> of) {
    Set<String> names = new LinkedHashSet<>();
    for (UUID mention : of) {
      KnownMention known = mentions.get(mention);
      Fact.Link link = known == null ? null : known.link;
      names.add(link != null && link.same() ? "person " + link.person() : "mention " + mention);
    }
    return names;
  }

  private Row row(
      Codes codes,
      Fact.Version of,
      @Nullable KnownCrime crime,
      Fact.@Nullable Decision flag,
      String decision) {
    var recorded = crime == null ? of.recorded() : crime.first.effective();
    char[] days = new char[Clocks.NAMES.size()];
    days[Clocks.OCCURRED] = Clocks.day(of.occurred());
    days[Clocks.REPORTED] = Clocks.day(of.reported());
    days[Clocks.RECORDED] = Clocks.day(recorded);
    days[Clocks.FLAGGED] = flag == null ? Clocks.NONE : Clocks.day(flag.day());
    String recency =
        of.occurred() == null
            ? "not-known"
            : recorded.isAfter(of.occurred().plusYears(1)) ? "non-recent" : "recent";
    String undated = (of.occurred() == null ? "o" : "") + (of.reported() == null ? "r" : "");
    char[] labels = new char[Dimension.COUNT];
    for (Dimension dimension : Dimension.values()) {
      String label =
          switch (dimension) {
            case AREA -> of.area();
            case STANDING -> crime == null ? "counted" : standing(crime.latest);
            case FLAG -> decision;
            case READ -> read(of.version());
            case FIRST -> first(of.version());
            case RECENCY -> recency;
            case NOTICE -> of.route() == null ? "not-recorded" : of.route();
            case WHAT -> crime == null ? of.kind() : crime.latest.offence();
            case UNDATED -> undated;
            case REVIEW -> review(of.version());
            case OPERATION -> Objects.requireNonNullElse(operation(), "");
          };
      labels[dimension.column()] = codes.of(dimension, label);
    }
    return new Row(days, labels);
  }

  private static String standing(Fact.State state) {
    return state.counted()
        ? "counted"
        : state.act().equals("cancelled") || state.act().equals("merged") ? state.act() : "apart";
  }

  private @Nullable String operation() {
    return operation == null ? null : operation.operation();
  }

  private String read(int current) {
    Map<String, Boolean> byRulebook = new LinkedHashMap<>();
    for (Fact.Read reading : readings) {
      if (reading.version() == current) {
        byRulebook.merge(reading.rulebook(), reading.prompts(), Boolean::logicalOr);
      }
    }
    Supposed by = supposed;
    if (by != null && by.asks() != null && version != null) {
      Boolean asks = by.asks().of(version.report(), current);
      if (asks != null) {
        byRulebook.putIfAbsent(by.rulebook(), asks);
      }
    }
    StringBuilder label = new StringBuilder();
    byRulebook.forEach((rulebook, prompts) ->
        label.append(label.isEmpty() ? "" : "|").append(rulebook).append(prompts ? '+' : '-'));
    return label.toString();
  }

  private String first(int current) {
    for (Fact.Read reading : readings) {
      if (reading.version() == current) {
        return reading.prompts() ? "yes" : "no";
      }
    }
    return "none";
  }

  private String review(int current) {
    boolean flagged = otherwise.values().stream().anyMatch(CountedReport::isYes);
    Review.Frame frame =
        flagged
            ? Review.Frame.FLAGGED
            : read(current).indexOf('+') < 0
                ? Review.Frame.REST
                : otherwise.values().stream().anyMatch(each -> each.route().equals("prompt"))
                    ? Review.Frame.ANSWERED
                    : Review.Frame.WAITING;
    double chance =
        switch (frame) {
          case FLAGGED -> drawnFlagged;
          case REST -> drawnUnflagged;
          case ANSWERED, WAITING -> 0;
        };
    return new Review(frame, chance > 0 ? answer() : Review.Answer.NOT_DRAWN, chance).label();
  }

  private Review.Answer answer() {
    if (blind == null || blind.decision().equals("need-more")) {
      return Review.Answer.UNREAD;
    }
    return isYes(blind) ? Review.Answer.YES : Review.Answer.NO;
  }

  private static boolean isYes(Fact.Decision decision) {
    return decision.decision().equals("yes");
  }
}
