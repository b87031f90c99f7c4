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
import org.heed.server.safeguarding.Unopened;
import org.heed.server.safeguarding.Workloads.Backlog;
import org.heed.server.safeguarding.Workloads.Share;
import org.heed.server.safeguarding.Workloads.Team;
import org.heed.server.safeguarding.Workloads.TeamCase;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;
import org.heed.server.web.Words;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The model of {@code safeguarding/team.jte}: a team's open cases, who has them, and the risk in
 * what nobody has taken up.
 *
 * @param workers those who may be given cases in the area
 * @param unopened what is no case and nobody has opened, by what it is
 */
public record TeamPage(
    Page page,
    Team team,
    String area,
    String name,
    Map<String, String> areas,
    Map<UUID, String> workers,
    List<Unopened> unopened,
    Map<String, String> typed,
    Set<String> chosen) {

  public List<TeamCase> cases() {
    return team.cases();
  }

  /** The risk in the backlog, in sentences: children, age, officers' grades. */
  public List<String> risk() {
    Backlog waiting = team.backlog();
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.count(waiting.nobodys(), "case has", "cases have")
            + " no owner; "
            + Words.count(waiting.unopened(), "case is", "cases are")
            + " unopened by the owner.");
    lines.add(Words.count(waiting.children(), "child", "children") + " in them.");
    Instant oldest = waiting.oldestReport();
    if (oldest != null) {
      lines.add("The oldest report was recorded " + age(oldest) + " ago.");
      lines.add(
          "Oldest report of the last seven days: "
              + Words.number(waiting.waiting().week())
              + "; of the three weeks before: "
              + Words.number(waiting.waiting().month())
              + "; older: "
              + Words.number(waiting.waiting().longer())
              + ".");
    }
    List<String> words = new ArrayList<>();
    new TreeMap<>(waiting.grades())
        .forEach((grade, count) ->
            words.add((grade.isEmpty() ? "no grade" : grade) + " " + Words.number(count)));
    lines.add(
        words.isEmpty()
            ? "No grade to tell of."
            : "Officers’ grades: " + String.join(", ", words) + ".");
    return lines;
  }

  /** How old what nobody has opened is, and the risk in it, in a line. */
  public String ageing(Unopened one) {
    Instant oldest = one.oldest();
    if (oldest == null) {
      return "";
    }
    List<String> words = new ArrayList<>();
    words.add(
        "The oldest is "
            + age(oldest)
            + " old. Of the last day: "
            + Words.number(one.day())
            + "; of the six days before: "
            + Words.number(one.week())
            + "; older: "
            + Words.number(one.older())
            + ".");
    words.addAll(one.risk());
    return String.join(" ", words);
  }

  public String age(Instant at) {
    Duration age = Duration.between(at, team.now());
    return age.toDays() >= 1
        ? Words.count(age.toDays(), "day", "days")
        : Words.count(Math.max(0, age.toHours()), "hour", "hours");
  }

  /** By owner, whoever has most that is past first. */
  public List<Share> shares() {
    return team.shares();
  }

  public Paging paging() {
    return new Paging(
        UriComponentsBuilder.fromPath("/team")
            .queryParam("area", "{area}")
            .queryParam("team", "{team}")
            .build(area, name)
            .toString(),
        team.page(),
        team.pages());
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
    if (one.stopped() > 0) {
      marks.add(Words.count(one.stopped(), "clock stopped", "clocks stopped"));
    }
    return marks;
  }

  public static String grade(TeamCase one) {
    return one.grade().isEmpty() ? "No grade" : Words.title(one.grade()) + ", " + one.gradedBy();
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
    Set<String> names = new TreeSet<>(team.teams());
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
    return chosen.contains(one.id().toString());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "TeamPage[" + cases().size() + "]";
  }
}
