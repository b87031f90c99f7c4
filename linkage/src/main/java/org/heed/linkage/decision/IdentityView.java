package org.heed.linkage.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is who at one moment. Decisions in force are gone through in order: two records that are the
 * same bring their people together, unless that would bring two records together that are
 * different; then the decision waits for attention. A person has the id of one of its records: of
 * the larger of two people brought together the larger's, of equals the one that sorts first. Every
 * record's own name therefore leads to its person for ever, and what is decided and undone again,
 * in whatever order, leaves who is who and every id as they were.
 */
public final class IdentityView {
  private final Map<String, Person> people;
  private final List<Decision> waiting;

  private IdentityView(Map<String, Person> people, List<Decision> waiting) {
    this.people = people;
    this.waiting = waiting;
  }

  private static final class Person {
    private final String id;
    private final TreeSet<String> records = new TreeSet<>();

    Person(String id) {
      this.id = id;
    }
  }

  static IdentityView of(Collection<String> records, Collection<Decision> inForce) {
    Map<String, Person> people = new LinkedHashMap<>();
    for (String record : records) {
      Person person = new Person(record);
      person.records.add(record);
      people.put(record, person);
    }
    Map<String, Set<String>> barred = new HashMap<>();
    for (Decision decision : inForce) {
      if (decision.verdict() == Verdict.DIFFERENT) {
        barred.computeIfAbsent(decision.a(), none -> new HashSet<>()).add(decision.b());
        barred.computeIfAbsent(decision.b(), none -> new HashSet<>()).add(decision.a());
      }
    }
    List<Decision> waiting = new ArrayList<>();
    for (Decision decision : inForce) {
      Person a = people.get(decision.a());
      Person b = people.get(decision.b());
      if (decision.verdict() != Verdict.SAME || a == null || b == null || a.id.equals(b.id)) {
        continue;
      }
      if (isBarred(a, b, barred)) {
        waiting.add(decision);
      } else {
        bringTogether(a, b, people);
      }
    }
    return new IdentityView(people, List.copyOf(waiting));
  }

  private static boolean isBarred(Person a, Person b, Map<String, Set<String>> barred) {
    Person fewer = a.records.size() <= b.records.size() ? a : b;
    Person more = fewer.id.equals(a.id) ? b : a;
    for (String record : fewer.records) {
      for (String other : barred.getOrDefault(record, Set.of())) {
        if (more.records.contains(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void bringTogether(Person a, Person b, Map<String, Person> people) {
    boolean first =
        a.records.size() == b.records.size()
            ? a.id.compareTo(b.id) < 0
            : a.records.size() > b.records.size();
    Person kept = first ? a : b;
    Person lost = first ? b : a;
    for (String record : lost.records) {
      kept.records.add(record);
      people.put(record, kept);
    }
  }

  /** The id of the person that a record, or an id of before, now belongs to. */
  public String person(String record) {
    return get(record).id;
  }

  /** All records of the person that a record belongs to, in order. */
  public List<String> records(String record) {
    return List.copyOf(get(record).records);
  }

  private Person get(String record) {
    return Objects.requireNonNull(people.get(record), "no such record");
  }

  /** Every record and its person's id. */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    people.forEach((record, person) -> all.put(record, person.id));
    return all;
  }

  /** Decisions that two records are the same which others in force speak against: for attention. */
  public List<Decision> waiting() {
    return waiting;
  }
}
