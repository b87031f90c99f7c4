package org.heed.server.safeguarding.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.server.safeguarding.Workloads.Team;
import org.heed.server.safeguarding.Workloads.TeamCase;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code safeguarding/team.jte}: a team's open cases, who has them, and the risk in
 * what nobody has taken up.
 *
 * @param workers those who may be given cases in the area
 */
public record TeamPage(
    Page page,
    Team team,
    String area,
    String name,
    Map<String, String> areas,
    Map<UUID, String> workers,
    Map<String, String> typed,
    Set<String> chosen) {

  public List<TeamCase> cases() {
    return team.cases();
  }

  /** Cases that nobody has, or that their owners have not opened. */
  public List<TeamCase> backlog() {
    return cases().stream()
        .filter(one -> one.file().owner().owner() == null || one.unopened())
        .toList();
  }

  /** The risk in the backlog, in sentences: children, age, officers' grades. */
  public List<String> risk() {
    List<TeamCase> waiting = backlog();
    List<String> lines = new ArrayList<>();
    long nobodys = waiting.stream().filter(one -> one.file().owner().owner() == null).count();
    lines.add(
        Words.count(nobodys, "case has", "cases have")
            + " no owner; "
            + Words.count(waiting.size() - nobodys, "case is", "cases are")
            + " unopened by the owner.");
    lines.add(
        Words.count(waiting.stream().mapToLong(TeamCase::children).sum(), "child", "children")
            + " in them.");
    waiting.stream()
        .map(TeamCase::oldestReport)
        .min(Instant::compareTo)
        .ifPresent(at -> lines.add("The oldest report was recorded " + age(at) + " ago."));
    Map<String, Integer> grades = new TreeMap<>();
    waiting.forEach(one ->
        grades.merge(one.grade().map(grade -> grade.grade()).orElse("no grade"), 1, Integer::sum));
    List<String> words = new ArrayList<>();
    grades.forEach((grade, count) -> words.add(grade + " " + count));
    lines.add("Officers’ grades: " + String.join(", ", words) + ".");
    return lines;
  }

  public String age(Instant at) {
    Duration age = Duration.between(at, team.now());
    return age.toDays() >= 1
        ? Words.count(age.toDays(), "day", "days")
        : Words.count(Math.max(0, age.toHours()), "hour", "hours");
  }

  /** An owner's share of the team's work. */
  public record Share(String owner, long cases, long children, long past, long late) {}

  /** By owner, whoever has most that is past first. */
  public List<Share> shares() {
    Map<String, List<TeamCase>> by = new TreeMap<>();
    cases().forEach(one -> by.computeIfAbsent(one.ownerName(), _ -> new ArrayList<>()).add(one));
    List<Share> shares = new ArrayList<>();
    by.forEach((owner, all) ->
        shares.add(
            new Share(
                owner,
                all.size(),
                all.stream().mapToLong(TeamCase::children).sum(),
                all.stream().mapToLong(TeamCase::past).sum(),
                all.stream().mapToLong(TeamCase::lateActions).sum())));
    shares.sort((a, b) -> Long.compare(b.past() + b.late(), a.past() + a.late()));
    return shares;
  }

  /** What asks for a look at a case, in words. */
  public List<String> marks(TeamCase one) {
    List<String> marks = new ArrayList<>();
    if (one.unopened()) {
      marks.add("Not opened by the owner");
    }
    if (one.past() > 0) {
      marks.add(Words.count(one.past(), "clock past", "clocks past"));
    }
    if (one.lateActions() > 0) {
      marks.add(Words.count(one.lateActions(), "action late", "actions late"));
    }
    return marks;
  }

  public static String grade(TeamCase one) {
    return one.grade()
        .map(grade -> Words.title(grade.grade()) + ", " + one.gradedBy())
        .orElse("No grade");
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Every area of mine");
    all.putAll(areas);
    return Choice.list(all, Set.of(area));
  }

  public List<Choice> teamChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Every team");
    Set<String> names = new TreeSet<>();
    cases().forEach(one -> names.add(one.file().owner().team()));
    if (!name.isBlank()) {
      names.add(name);
    }
    names.forEach(one -> all.put(one, one));
    return Choice.list(all, Set.of(name));
  }

  public List<Choice> ownerChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose somebody");
    workers.forEach((id, called) -> all.put(id.toString(), called));
    return Choice.list(all, Set.of(typed.getOrDefault("owner", "")));
  }

  public boolean isChosen(TeamCase one) {
    return chosen.contains(one.file().id().toString());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "TeamPage[" + cases().size() + "]";
  }
}
