package org.heed.server.network;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.linkage.decision.IdentityView;
import org.heed.rulebook.PatternRules;
import org.heed.server.access.Refused;
import org.heed.server.network.NetworkStore.Event;
import org.heed.server.network.NetworkStore.Somebody;
import org.heed.server.network.NetworkStore.Something;
import org.heed.server.person.Identities;
import org.heed.server.person.Tie;
import org.heed.server.person.Ties;
import org.heed.server.report.MentionRole;
import org.heed.server.store.KnownAt;
import org.heed.server.suspected.SuspectedRule;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One walk outwards: from those met last to the reports that speak of them, and on to whom and what
 * these speak of. Who or what is in more reports than the rulebook says is shown and not walked on
 * from: a station joins everybody and tells of nobody.
 *
 * <p>The whole class keeps one invariant: a node is met at its smallest step, and every line is of
 * a report that is a node.
 */
final class NetworkWalk {
  private static final int MOST_REPORTS = 120;
  private static final int MOST_SUPPOSED = 20;

  private final NetworkStore store;
  private final Ties said;
  private final Identities identities;
  private final Networks.Question question;
  private final PatternRules rules;
  private final Map<String, Network.Node> nodes = new LinkedHashMap<>();
  private final List<Network.Line> lines = new ArrayList<>();
  private final Set<UUID> reports = new HashSet<>();
  private final Map<NetworkStore.Key, String> nodesOfKeys = new HashMap<>();
  private final Map<UUID, String> nodesOfMentions = new HashMap<>();
  private final Map<UUID, String> nodesOfPeople = new HashMap<>();
  private final Map<UUID, String> centred = new HashMap<>();
  private final Map<String, UUID> reportsOfMaybe = new HashMap<>();
  private boolean cut;

  NetworkWalk(
      NetworkStore store,
      Ties said,
      Identities identities,
      Networks.Question question,
      PatternRules rules) {
    this.store = store;
    this.said = said;
    this.identities = identities;
    this.question = question;
    this.rules = rules;
  }

  /** Those to walk on from. */
  private record Met(Set<UUID> people, Set<UUID> things, Set<NetworkStore.Key> keys) {
    static Met nobody() {
      return new Met(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    boolean isEmpty() {
      return people.isEmpty() && things.isEmpty() && keys.isEmpty();
    }
  }

  Network around(UUID centre) {
    Met met = Met.nobody();
    String first = begin(centre, met);
    for (int step = 1; step <= question.steps() && !met.isEmpty(); step++) {
      met = step(met, step);
    }
    hubs(met);
    mayBe();
    return new Network(
        Objects.requireNonNull(nodes.get(first)),
        List.copyOf(nodes.values()),
        settled(),
        supposed(),
        ties(),
        cares(),
        cut);
  }

  /** What one report alone writes needs nobody to say that it is one thing. */
  private List<Network.Line> settled() {
    Map<String, Set<UUID>> writers = new HashMap<>();
    lines.forEach(
        line -> writers.computeIfAbsent(line.node(), _ -> new HashSet<>()).add(line.reportId()));
    return lines.stream()
        .map(line ->
            line.node().startsWith("key:")
                    && Objects.requireNonNull(writers.get(line.node())).size() == 1
                ? new Network.Line(
                    line.report(),
                    line.node(),
                    line.says(),
                    true,
                    null,
                    line.reportId(),
                    line.reference(),
                    line.at(),
                    null,
                    null)
                : line)
        .toList();
  }

  private String begin(UUID centre, Met met) {
    List<Event> event = store.events(List.of(centre), null, null, 1);
    if (!event.isEmpty()) {
      String id = add(event.getFirst(), 0);
      merge(met, speaks(event, 0));
      return id;
    }
    Map<UUID, NetworkStore.Labelled> labels = store.labels(List.of(centre));
    if (labels.containsKey(centre)) {
      met.things().add(centre);
      return thing(centre, Objects.requireNonNull(labels.get(centre)), 0);
    }
    Something said = store.thing(centre).orElse(null);
    if (said != null && said.thing() != null) {
      return begin(said.thing(), met);
    }
    NetworkStore.Key key = said == null ? null : said.key();
    if (said != null && key != null) {
      NetworkStore.Refusals refused =
          store.refused(List.of(said.report())).getOrDefault(centre, NetworkStore.Refusals.NONE);
      store
          .thingsOfKeys(List.of(key), rules.followed() + 1)
          .forEach((known, thing) -> nodesOfKeys.putIfAbsent(known, "thing:" + thing));
      if (isApart(key, refused)) {
        List<Event> only = store.events(List.of(said.report()), null, null, 1);
        only.forEach(one -> add(one, 1));
        merge(met, speaks(only, 1));
        return "said:" + centre;
      }
      nodesOfKeys.remove(key);
      met.keys().add(key);
      String id = keyNode(said, key, 0);
      return id;
    }
    Map<UUID, String> names = store.names(List.of(centre));
    if (!names.containsKey(centre)) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such record open to you.");
    }
    IdentityView view = identities.around(List.of(centre), KnownAt.NOW);
    met.people().addAll(Identities.members(view, centre));
    String id =
        person(UUID.fromString(view.person(centre.toString())), store.names(met.people()), 0);
    met.people().forEach(person -> centred.put(person, id));
    return id;
  }

  private Met step(Met met, int step) {
    int most = rules.followed() + 1;
    Map<UUID, List<UUID>> ofPeople = store.reportsOfPeople(met.people(), most);
    Map<UUID, List<UUID>> ofThings = store.reportsOfThings(met.things(), most);
    Set<NetworkStore.Key> keys = new LinkedHashSet<>(met.keys());
    store
        .keysOfThings(met.things(), most)
        .forEach((thing, all) -> {
          // What is not walked on from is not looked for by how it is written either.
          if (step == 1 || ofThings.getOrDefault(thing, List.of()).size() < most) {
            keys.addAll(all);
          }
          all.forEach(key -> nodesOfKeys.putIfAbsent(key, "thing:" + thing));
        });
    Map<NetworkStore.Key, List<UUID>> ofKeys = store.reportsOfKeys(keys, thingsOf(keys), most);
    Set<UUID> next = new LinkedHashSet<>();
    ofPeople.forEach((person, all) -> follow("person:" + person, all, step, next));
    ofThings.forEach((thing, all) -> follow("thing:" + thing, all, step, next));
    ofKeys.forEach((key, all) -> follow(nodesOfKeys.getOrDefault(key, ""), all, step, next));
    next.removeAll(reports);
    List<Event> events =
        next.isEmpty()
            ? List.of()
            : store.events(next, question.start(), question.end(), MOST_REPORTS + 1);
    if (events.size() > MOST_REPORTS) {
      cut = true;
      events = events.subList(0, MOST_REPORTS);
    }
    events.forEach(event -> add(event, step));
    return speaks(events, step);
  }

  /** The things of the record that these keys stand for here. */
  private Map<NetworkStore.Key, UUID> thingsOf(Set<NetworkStore.Key> keys) {
    Map<NetworkStore.Key, UUID> things = new HashMap<>();
    for (NetworkStore.Key key : keys) {
      UUID thing = thingOf(key);
      if (thing != null) {
        things.put(key, thing);
      }
    }
    return things;
  }

  private @Nullable UUID thingOf(NetworkStore.Key key) {
    String node = nodesOfKeys.getOrDefault(key, "");
    return node.startsWith("thing:") ? UUID.fromString(node.substring("thing:".length())) : null;
  }

  /** Whether somebody said that it is not what is written alike. */
  private boolean isApart(NetworkStore.Key key, NetworkStore.Refusals refused) {
    UUID thing = thingOf(key);
    return refused.keys().contains(key) || (thing != null && refused.things().contains(thing));
  }

  /** The centre is followed however many reports it has, as far as there is room. */
  private void follow(String node, List<UUID> all, int step, Set<UUID> next) {
    if (step > 1 && (all.size() > rules.followed() || isHub(node))) {
      mark(node);
    } else {
      cut |= all.size() > rules.followed();
      next.addAll(all);
    }
  }

  private boolean isHub(String id) {
    Network.Node node = nodes.get(id);
    return node != null && node.kind() == NodeKind.PLACE && rules.isHub(node.label());
  }

  private void mark(String id) {
    Network.Node node = nodes.get(id);
    if (node != null) {
      nodes.put(
          id,
          new Network.Node(
              node.id(),
              node.record(),
              node.kind(),
              node.label(),
              node.href(),
              node.step(),
              node.at(),
              true));
    }
  }

  /** Those met last are not walked on from, but that they are hubs is worth knowing. */
  private void hubs(Met met) {
    store
        .reportsOfThings(met.things(), rules.followed() + 1)
        .forEach((thing, all) -> follow("thing:" + thing, all, 2, new HashSet<>()));
  }

  private static void merge(Met into, Met more) {
    into.people().addAll(more.people());
    into.things().addAll(more.things());
    into.keys().addAll(more.keys());
  }

  /** Lines to whom and what these reports speak of, and who of them is met for the first time. */
  private Met speaks(List<Event> events, int step) {
    Map<UUID, Event> byId = new LinkedHashMap<>();
    events.forEach(event -> byId.put(event.id(), event));
    if (byId.isEmpty()) {
      return Met.nobody();
    }
    Met met = Met.nobody();
    people(byId, step, met);
    things(byId, step, met);
    return met;
  }

  private void people(Map<UUID, Event> events, int step, Met met) {
    List<Somebody> all = store.people(events.keySet());
    Set<UUID> said = new LinkedHashSet<>();
    all.stream().map(Somebody::person).filter(Objects::nonNull).forEach(said::add);
    IdentityView view = identities.around(said, KnownAt.NOW);
    Set<UUID> known = new LinkedHashSet<>();
    said.forEach(person -> known.addAll(Identities.members(view, person)));
    Map<UUID, String> names = store.names(known);
    for (Somebody one : all) {
      UUID person = one.person();
      String id;
      if (person != null && names.containsKey(person)) {
        UUID as = UUID.fromString(view.person(person.toString()));
        id = "person:" + as;
        nodesOfPeople.put(person, id);
        if (!nodes.containsKey(id)) {
          met.people().addAll(Identities.members(view, person));
          person(as, names, step);
        }
      } else {
        id = "mention:" + one.mention();
        nodes.computeIfAbsent(id, _ -> unlinked(id, one, step));
      }
      nodesOfMentions.put(one.mention(), id);
      Event event = Objects.requireNonNull(events.get(one.report()));
      Network.Line line =
          new Network.Line(
              "report:" + event.id(),
              id,
              one.role().title(),
              true,
              null,
              event.id(),
              event.reference(),
              event.at(),
              one.role(),
              age(one, event.at()));
      lines.add(line);
    }
  }

  private void things(Map<UUID, Event> events, int step, Met met) {
    List<Something> all = store.things(events.keySet());
    Map<UUID, NetworkStore.Refusals> refused = store.refused(events.keySet());
    Set<UUID> said = new LinkedHashSet<>();
    all.stream().map(Something::thing).filter(Objects::nonNull).forEach(said::add);
    Set<NetworkStore.Key> unsaid = new LinkedHashSet<>();
    for (Something one : all) {
      NetworkStore.Key key = one.key();
      if (one.thing() == null && key != null && !nodesOfKeys.containsKey(key)) {
        unsaid.add(key);
      }
    }
    Map<NetworkStore.Key, UUID> alike =
        unsaid.isEmpty() ? Map.of() : store.thingsOfKeys(unsaid, rules.followed() + 1);
    said.addAll(alike.values());
    Map<UUID, NetworkStore.Labelled> labels = said.isEmpty() ? Map.of() : store.labels(said);
    alike.forEach((key, thing) -> {
      if (labels.containsKey(thing)) {
        nodesOfKeys.putIfAbsent(key, "thing:" + thing);
      }
    });
    for (Something one : all) {
      thing(
          one,
          events,
          labels,
          refused.getOrDefault(one.mention(), NetworkStore.Refusals.NONE),
          step,
          met);
    }
  }

  private void thing(
      Something one,
      Map<UUID, Event> events,
      Map<UUID, NetworkStore.Labelled> labels,
      NetworkStore.Refusals refused,
      int step,
      Met met) {
    UUID thing = one.thing();
    NetworkStore.Key key = one.key();
    boolean confirmed = thing != null && labels.containsKey(thing);
    String id;
    String why = null;
    if (confirmed) {
      id = "thing:" + thing;
    } else if (key == null || isApart(key, refused)) {
      // Only a part is written, or somebody said that it is not what is written alike.
      id = "said:" + one.mention();
      confirmed = true;
      nodes.computeIfAbsent(id, _ -> said(id, one, step));
    } else {
      id = nodesOfKeys.getOrDefault(key, "key:" + key.kind().code() + ":" + key.exact());
      why = "Written alike; nobody has said that it is the same";
      if (!id.startsWith("thing:") && !nodes.containsKey(id)) {
        met.keys().add(key);
        keyNode(one, key, step);
      }
    }
    if (id.startsWith("thing:") && !nodes.containsKey(id)) {
      UUID known = UUID.fromString(id.substring("thing:".length()));
      NetworkStore.Labelled label = labels.get(known);
      if (label == null) {
        return;
      }
      met.things().add(known);
      thing(known, label, step);
    }
    Event event = Objects.requireNonNull(events.get(one.report()));
    lines.add(line(event, id, "Written as " + one.written(), confirmed, why));
  }

  private static Network.Line line(
      Event event, String node, String says, boolean confirmed, @Nullable String why) {
    return new Network.Line(
        "report:" + event.id(),
        node,
        says,
        confirmed,
        why,
        event.id(),
        event.reference(),
        event.at(),
        null,
        null);
  }

  private String add(Event event, int step) {
    String id = "report:" + event.id();
    reports.add(event.id());
    nodes.putIfAbsent(
        id,
        new Network.Node(
            id,
            event.id(),
            NodeKind.REPORT,
            event.reference(),
            "/reports/" + event.id(),
            step,
            event.at(),
            false));
    return id;
  }

  private String person(UUID person, Map<UUID, String> names, int step) {
    String id = "person:" + person;
    nodes.putIfAbsent(
        id,
        new Network.Node(
            id,
            person,
            NodeKind.PERSON,
            names.getOrDefault(person, "Name not known"),
            "/people/" + person,
            step,
            null,
            false));
    return id;
  }

  private String thing(UUID thing, NetworkStore.Labelled label, int step) {
    String id = "thing:" + thing;
    nodes.putIfAbsent(
        id,
        new Network.Node(
            id,
            thing,
            NodeKind.of(label.kind()),
            label.label(),
            "/things/" + thing,
            step,
            null,
            false));
    return id;
  }

  private String keyNode(Something one, NetworkStore.Key key, int step) {
    String id = "key:" + key.kind().code() + ":" + key.exact();
    nodesOfKeys.putIfAbsent(key, id);
    nodes.putIfAbsent(id, said(id, one, step));
    return id;
  }

  private static Network.Node said(String id, Something one, int step) {
    return new Network.Node(
        id,
        null,
        NodeKind.of(one.kind()),
        one.written(),
        "/reports/" + one.report() + "/things/" + one.mention(),
        step,
        null,
        false);
  }

  private static Network.Node unlinked(String id, Somebody one, int step) {
    return new Network.Node(
        id,
        null,
        NodeKind.PERSON,
        one.named() ? one.name() : one.role().title() + ", not named",
        "/reports/" + one.report() + "/people/" + one.mention(),
        step,
        null,
        false);
  }

  private static @Nullable Integer age(Somebody one, Instant at) {
    LocalDate born = one.born();
    if (born == null) {
      return one.age();
    }
    int years = Period.between(born, LocalDate.ofInstant(at, Words.LONDON)).getYears();
    return years < 0 ? null : years;
  }

  /** Whoever may be one with the person in the middle, and is met by nothing else. */
  private void mayBe() {
    Set<UUID> others = centred.isEmpty() ? Set.of() : store.mayBe(centred.keySet(), MOST_SUPPOSED);
    Map<UUID, String> names = others.isEmpty() ? Map.of() : store.names(others);
    names.keySet().stream()
        .filter(other -> !nodesOfPeople.containsKey(other))
        .forEach(other -> person(other, names, 1));
    for (Somebody one : others.isEmpty() ? List.<Somebody>of() : store.mentions(others)) {
      if (!nodesOfMentions.containsKey(one.mention())) {
        String id = "mention:" + one.mention();
        nodes.putIfAbsent(id, unlinked(id, one, 1));
        reportsOfMaybe.put(id, one.report());
      }
    }
  }

  private List<Network.Supposed> supposed() {
    Map<UUID, String> among = new TreeMap<>(centred);
    for (Network.Node node : nodes.values()) {
      if (node.kind() == NodeKind.PERSON) {
        among.put(UUID.fromString(node.id().substring(node.id().indexOf(':') + 1)), node.id());
      }
    }
    List<Network.Supposed> supposed = new ArrayList<>();
    for (UUID[] pair : store.proposals(among.keySet())) {
      String one = Objects.requireNonNull(among.get(pair[0]));
      String other = Objects.requireNonNull(among.get(pair[1]));
      if (one.equals(other)) {
        continue;
      }
      String href =
          one.startsWith("person:")
              ? "/linking/" + pair[0] + "/" + pair[1]
              : Objects.requireNonNull(nodes.get(one)).href();
      UUID by = reportsOfMaybe.get(reportsOfMaybe.containsKey(one) ? one : other);
      supposed.add(new Network.Supposed(one, other, href, by));
    }
    return supposed;
  }

  /** What sources say of two of those who are shown, who are two by what people said. */
  private List<Network.Tied> ties() {
    List<Network.Tied> ties = new ArrayList<>();
    for (Tie tie : reports.isEmpty() ? List.<Tie>of() : said.ofTheNewest(reports)) {
      String one = node(tie.from());
      String other = node(tie.to());
      if (one != null && other != null && !one.equals(other)) {
        ties.add(
            new Network.Tied(
                one,
                other,
                tie.says(),
                tie.source(),
                tie.confirmed(),
                new Network.Tied.Said(tie.from().report(), tie.from().reference()),
                new Network.Tied.Said(tie.to().report(), tie.to().reference()),
                tie.at()));
      }
    }
    return ties;
  }

  /** Who is shown for them; null where they are not. */
  private @Nullable String node(Tie.End end) {
    String spoken = nodesOfMentions.get(end.mention());
    return spoken != null || end.person() == null ? spoken : nodesOfPeople.get(end.person());
  }

  /**
   * A child may be a victim in one report and a suspect in another: then somebody has to decide.
   */
  private List<Network.Care> cares() {
    Map<String, List<Network.Line>> byPerson = new LinkedHashMap<>();
    for (Network.Line one : lines) {
      if (one.role() != null) {
        byPerson.computeIfAbsent(one.node(), _ -> new ArrayList<>()).add(one);
      }
    }
    List<Network.Care> cares = new ArrayList<>();
    byPerson.forEach((id, all) -> {
      List<Network.Line> suspected = with(all, Set.of(MentionRole.SUSPECT));
      List<SuspectedRule.Part> parts = new ArrayList<>();
      for (Network.Line one : all) {
        parts.add(new SuspectedRule.Part(Objects.requireNonNull(one.role()), one.age()));
      }
      SuspectedRule.why(parts)
          .ifPresent(why -> {
            List<Network.Line> reports = new ArrayList<>(suspected);
            reports.addAll(with(all, Set.of(MentionRole.VICTIM, MentionRole.SUBJECT)));
            List<NetworkStore.Asked> asked = store.asked(meaning(id));
            NetworkStore.Asked first =
                asked.stream()
                    .filter(one -> !one.decided())
                    .findFirst()
                    .orElse(asked.isEmpty() ? null : asked.getFirst());
            cares.add(
                new Network.Care(
                    Objects.requireNonNull(nodes.get(id)),
                    why,
                    reports,
                    first == null ? null : first.id(),
                    first != null && first.decided()));
          });
    });
    return cares;
  }

  /** The people of the record, and the mentions, that a node stands for. */
  private Set<UUID> meaning(String node) {
    Set<UUID> meaning = new LinkedHashSet<>();
    nodesOfPeople.forEach((person, of) -> {
      if (of.equals(node)) {
        meaning.add(person);
      }
    });
    // A mention that means somebody is asked about as that person.
    nodesOfMentions.forEach((mention, of) -> {
      if (of.equals(node) && !nodesOfPeople.containsValue(node)) {
        meaning.add(mention);
      }
    });
    return meaning;
  }

  private static List<Network.Line> with(Collection<Network.Line> all, Set<MentionRole> roles) {
    return all.stream().filter(one -> one.role() != null && roles.contains(one.role())).toList();
  }
}
