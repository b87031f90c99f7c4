package org.heed.server.dossier.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heed.rulebook.Definition;
import org.heed.server.dossier.Dossier;
import org.heed.server.recognition.StoredReading.StoredPrompt;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Marked;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code dossier/review.jte}. Every review is blind to earlier flags and to the
 * period, so that a report drawn at random looks like any other.
 */
public record ReviewPage(Page page, Dossier dossier, Definition definition, ReviewForm form) {

  public ReportFile report() {
    return dossier.report();
  }

  public Marked narrative() {
    return MarkedNarrative.of(dossier);
  }

  /** What a re-read asks of somebody about it, and by when. */
  public Optional<NewlyPrompted> newlyPrompted() {
    return NewlyPrompted.of(dossier);
  }

  /** Why it is asked about. */
  public List<StoredPrompt> prompts() {
    return dossier.reading().map(reading -> reading.prompts()).orElse(List.of());
  }

  /** What stands beside the text: nothing that tells the period or an earlier decision. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Kind", report().kind().title()));
    facts.add(Fact.of("Area", Words.title(report().area())));
    for (ReportFile.Mention person : report().people()) {
      facts.add(
          Fact.of(
              person.role().title(),
              person.name() + (person.age() == null ? "" : ", aged " + person.age() + " then")));
    }
    return facts;
  }

  public List<Choice> decisions() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("yes", "Yes, child sexual exploitation");
    all.put("no", "No, something else");
    all.put("need-more", "More is needed to decide");
    return Choice.list(all, Set.of(form.decision()));
  }

  public List<Choice> states(String element) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("present", "Present");
    all.put("absent", "Absent");
    all.put("not-known", "Not known");
    return Choice.list(all, Set.of(form.elements().getOrDefault(element, "not-known")));
  }

  public List<Choice> insteads() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose what it is");
    all.put("csa", "Child sexual abuse, not exploitation");
    all.put("cce", "Child criminal exploitation");
    all.put("missing", "Missing from home or care");
    all.put("peer", "Harm between children");
    all.put("other", "Something else");
    return Choice.list(all, Set.of(form.instead()));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ReviewPage[" + report().id() + "]";
  }
}
