package org.heed.server.disclosure.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.heed.server.disclosure.CasePapers;
import org.heed.server.disclosure.GapReason;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.sharing.Offered;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code disclosure/pack.jte}: what goes into a pack and what is redacted. */
public record CasePackPage(Page page, CasePapers.Offer offer, CasePackForm form) {

  public CaseFile file() {
    return offer.view().file();
  }

  public String address() {
    return "/cases/" + file().id() + "/disclosure/pack";
  }

  /** Whether to put something in. */
  public List<Choice> in(Offered one) {
    return List.of(
        new Choice(
            one.key(),
            Words.dateTime(one.at()) + ", " + one.source(),
            one.text(),
            form.items().contains(one.key())));
  }

  /** The sentences of something, each to be redacted or not. */
  public List<Choice> sentences(Offered one) {
    List<String> all = one.sentences();
    return IntStream.range(0, all.size())
        .mapToObj(number ->
            new Choice(
                one.key() + "." + number,
                all.get(number),
                "",
                form.out().contains(one.key() + "." + number)))
        .toList();
  }

  /** Whether something of it is redacted, or was asked for without a reason. */
  public boolean isOpen(Offered one) {
    return form.out().stream().anyMatch(out -> out.startsWith(one.key() + "."));
  }

  /** Reasons, the one that was chosen among them. */
  public List<Choice> reasons(String field) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose why");
    for (GapReason one : GapReason.values()) {
      all.put(one.code(), one.title());
    }
    return new ArrayList<>(Choice.list(all, Set.of(form.typed().get(field))));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "CasePackPage[" + file().id() + "]";
  }
}
