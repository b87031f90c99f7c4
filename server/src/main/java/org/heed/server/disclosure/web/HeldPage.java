package org.heed.server.disclosure.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.server.disclosure.AccessLaw;
import org.heed.server.disclosure.Exemption;
import org.heed.server.disclosure.HeldItem;
import org.heed.server.disclosure.MadePaper;
import org.heed.server.disclosure.SubjectAccess;
import org.heed.server.disclosure.SubjectRequest;
import org.heed.server.document.Document;
import org.heed.server.paper.Text;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;

/**
 * The model of {@code disclosure/held.jte}: what is held about somebody and what they are given.
 *
 * @param typed what was typed of a request that was not taken in
 */
public record HeldPage(Page page, SubjectAccess.Opened opened, Typed typed, Instant now) {

  public String address() {
    return "/people/" + opened.person().id() + "/held";
  }

  /** Where a file of an answer is. */
  public String address(MadePaper paper, MadePaper.File one) {
    return address() + "/" + paper.id() + "/" + one.name();
  }

  public List<Choice> laws() {
    return Choice.list(AccessLaw.values(), typed.get("law"));
  }

  /** How much time is left to answer: “12 days left”, “2 days past”. */
  public String left(SubjectRequest request) {
    LocalDate today = LocalDate.ofInstant(now, Words.LONDON);
    long days = ChronoUnit.DAYS.between(today, request.answerBy());
    return days < 0
        ? Words.count(-days, "day past", "days past")
        : days == 0 ? "today is the last day" : Words.count(days, "day left", "days left");
  }

  /** Whether the last day has passed. */
  public boolean isPast(SubjectRequest request) {
    return LocalDate.ofInstant(now, Words.LONDON).isAfter(request.answerBy());
  }

  /** What was decided of something. */
  public Optional<SubjectRequest.Decided> decided(HeldItem item) {
    return opened.waiting().flatMap(one -> Optional.ofNullable(one.decided().get(item.key())));
  }

  /** What they would be given of something. */
  public List<Text.Run> given(HeldItem item) {
    return SubjectAccess.given(item, decided(item)).runs();
  }

  public List<Choice> choices(HeldItem item) {
    return Choice.list(
        SubjectRequest.Given.values(),
        decided(item).map(one -> one.given().code()).orElse("names-redacted"));
  }

  public List<Choice> exemptions(HeldItem item) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Nothing is kept back but names of others");
    Stream.of(Exemption.values())
        .forEach(one -> all.put(one.code(), one.title() + " (" + one.source() + ")"));
    return Choice.list(
        all,
        Set.of(
            decided(item)
                .flatMap(one -> Optional.ofNullable(one.exemption()))
                .map(Exemption::code)
                .orElse("")));
  }

  /** Where a file is read before it is decided on; empty where it is no file or is kept back. */
  public static String file(HeldItem item) {
    Document one = item.document();
    return one != null && one.isServed() ? one.of().address() + "/" + one.id() + "/file" : "";
  }

  /** Words that go besides, as they were typed. */
  public String words(HeldItem item) {
    return decided(item).flatMap(one -> Optional.ofNullable(one.words())).orElse("");
  }

  /** When something was, in words; empty where it is no moment. */
  public static String when(HeldItem item) {
    return item.at().getEpochSecond() > 0 ? Words.dateTime(item.at()) : "";
  }

  /** A part of an address within the page. */
  public static String anchor(HeldItem item) {
    return "item-" + item.key().replace(':', '-');
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "HeldPage[" + opened.person().id() + "]";
  }
}
