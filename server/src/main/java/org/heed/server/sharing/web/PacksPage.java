package org.heed.server.sharing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heed.server.referral.Basis;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.web.CasePage;
import org.heed.server.sharing.Handling;
import org.heed.server.sharing.Offered;
import org.heed.server.sharing.Pack;
import org.heed.server.sharing.Packs;
import org.heed.server.web.Choice;
import org.heed.server.web.Link;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code sharing/packs.jte}, {@code sharing/new.jte} and {@code sharing/check.jte}:
 * what was shared of a case, and what somebody is about to share.
 */
public record PacksPage(Page page, Packs.Opened opened, PackForm form) {

  public CaseView view() {
    return opened.of().view();
  }

  public CaseFile file() {
    return view().file();
  }

  /** Where its pages are. */
  public String address() {
    return "/cases/" + file().id() + "/packs";
  }

  public List<Link> tabs() {
    return CasePage.tabs(file().id(), "");
  }

  public String here() {
    return address();
  }

  /** Agencies in words. */
  public static String agencies(Pack pack) {
    return pack.agencies().stream().map(Words::title).collect(Collectors.joining(", "));
  }

  /** Whether an agency received a pack, in a sentence. */
  public static String receipt(Pack pack, String agency) {
    return pack.receipt(agency)
        .map(one ->
            Words.title(agency) + ": received by " + one.by() + ", " + Words.dateTime(one.at()))
        .orElse(Words.title(agency) + ": not received yet");
  }

  /** The meeting whose pack it is, in words; empty where there is none. */
  public String meeting(Pack pack) {
    return view().meetings().stream()
        .filter(one -> one.id().equals(pack.meeting()))
        .map(PacksPage::words)
        .findFirst()
        .orElse("");
  }

  private static String words(CaseMeeting meeting) {
    return meeting.kind().title() + ", " + Words.dateTime(meeting.now().meetsAt());
  }

  public List<Choice> agencyChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    opened.agencies().forEach(one -> all.put(one, Words.title(one)));
    return Choice.list(all, form.agencies());
  }

  public List<Choice> meetingChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "For no meeting");
    view().meetings().forEach(one -> all.put(one.id().toString(), words(one)));
    return Choice.list(all, Set.of(form.typed().get("meeting")));
  }

  public List<Choice> bases() {
    return Choice.list(Basis.values(), form.typed().get("basis"));
  }

  public List<Choice> handlingChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Handling one : Handling.values()) {
      all.put(one.code(), one.title());
    }
    return Choice.list(all, form.handling());
  }

  /** What may be shared, the first thing first. */
  public List<Choice> itemChoices() {
    return opened.offered().stream()
        .map(one ->
            new Choice(
                one.key(),
                Words.dateTime(one.at()) + ", " + one.source(),
                one.text(),
                form.items().contains(one.key())))
        .toList();
  }

  /** What is about to be shared. */
  public List<Offered> chosen() {
    return form.chosen(opened.offered());
  }

  /** The sentences of something chosen, each to be left out or not. */
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

  /** Where whoever recalls says why, for a pack that is not recalled. */
  public Optional<String> recalls(Pack pack) {
    return pack.recall().isPresent()
        ? Optional.empty()
        : Optional.of(address() + "/" + pack.id() + "/recall");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "PacksPage[" + file().id() + "]";
  }
}
