package org.heed.server.recording.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.server.recording.Audited;
import org.heed.server.recording.RecordingAudit;
import org.heed.server.recording.RecordingAudits;
import org.heed.server.sampling.Redrawn;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code recording/sample.jte}: how a sample was drawn and how far it is audited. */
public record AuditSamplePage(
    Page page,
    RecordingAudits.Progress progress,
    Redrawn redrawn,
    Map<UUID, String> others,
    Instant now,
    Map<String, String> typed) {

  public RecordingAudit audit() {
    return progress.audit();
  }

  public String address() {
    return AuditTabs.address(audit().id());
  }

  public List<Link> tabs() {
    return AuditTabs.links(audit().id());
  }

  public List<Fact> facts() {
    RecordingAudit one = audit();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "Sample",
            Words.count(one.reports().size(), "report", "reports")
                + " of "
                + Words.number(one.population())));
    facts.add(
        Fact.of(
            "From, to",
            Words.date(one.frame().since())
                + " to "
                + Words.date(one.frame().until().minusSeconds(1))));
    String area = one.frame().area();
    facts.add(Fact.of("Area", area == null ? "Every area of who drew it" : Words.title(area)));
    facts.add(
        Fact.of(
            "As known on", Words.dateTime(Objects.requireNonNull(one.frame().known().moment()))));
    facts.add(Fact.of("Rules", one.rulebook()));
    facts.add(Fact.of("Frame’s SHA-256", one.frameHash()));
    facts.add(Fact.of("Seed", one.seed()));
    return facts;
  }

  /** How a report stands, in words. */
  public String standing(RecordingAudit.Drawn drawn) {
    Audited said = progress.latest().get(drawn.report());
    return said == null
        ? "Waits"
        : said.said().told()
            ? Words.count(said.said().should(), "crime", "crimes")
                + ", "
                + Words.number(said.said().recorded())
                + " recorded"
            : "Cannot tell";
  }

  /** Whether the asker may name whoever audits. */
  public boolean mayName() {
    return !others.isEmpty();
  }

  /** Whether somebody's time runs and the asker may end it. */
  public boolean mayEnd(RecordingAudit.Auditor one) {
    return isRunning(one) && others.containsKey(one.account());
  }

  /** Whether somebody's time runs. */
  public boolean isRunning(RecordingAudit.Auditor one) {
    return one.until().isAfter(now);
  }

  public List<Choice> auditorChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose somebody");
    others.forEach((id, name) -> all.put(id.toString(), name));
    return Choice.list(all, Set.of(typed.getOrDefault("account", "")));
  }

  /** A stratum in words. */
  public String route(String stratum) {
    return audit().frame().by().titleOf(stratum);
  }
}
