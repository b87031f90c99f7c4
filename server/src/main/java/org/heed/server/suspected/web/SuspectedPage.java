package org.heed.server.suspected.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.suspected.SuspectedChild;
import org.heed.server.suspected.SuspectedVerdict;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code suspected/suspected.jte}.
 *
 * @param asked the asking that it was opened by
 */
public record SuspectedPage(
    Page page, UUID asked, SuspectedChild child, String decision, String reason) {

  /** What can be decided. */
  public List<Choice> decisions() {
    List<Choice> all = new ArrayList<>();
    for (SuspectedVerdict verdict : SuspectedVerdict.values()) {
      all.add(Choice.of(verdict.code(), verdict.title()).chosen(decision));
    }
    return all;
  }

  /** What lies before whoever decides, so that nothing else is decided on. */
  public String askings() {
    return child.askings().stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
  }

  /** What one report calls them. */
  public static String called(SuspectedChild.In in) {
    String age = in.age() == null ? ", age not known" : ", aged " + in.age();
    return in.role().title() + age;
  }

  /** Who answers for it. */
  public static String owner(SuspectedChild child) {
    SuspectedChild.Asked waiting = child.waiting();
    return waiting == null || waiting.ownerName() == null ? "Nobody yet" : waiting.ownerName();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "SuspectedPage[" + asked + "]";
  }
}
