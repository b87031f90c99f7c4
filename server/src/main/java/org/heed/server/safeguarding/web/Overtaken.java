package org.heed.server.safeguarding.web;

import static org.heed.server.safeguarding.web.CasePages.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.safeguarding.AsSeen;
import org.heed.server.safeguarding.AsSeen.Part;
import org.heed.server.safeguarding.CaseAct;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseMeeting;
import org.heed.server.safeguarding.CasePlan;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.Cases;
import org.heed.server.safeguarding.web.OvertakenPage.Field;
import org.heed.server.safeguarding.web.OvertakenPage.Shown;
import org.heed.server.web.Fact;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Html;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.stereotype.Component;

/**
 * What the pages of a case do where two people change the same part of it at once: the second is
 * shown both, and sends theirs again or copies it. A form says in {@code seen} what its writer saw.
 */
@Component
class Overtaken {
  private final AsSeen asSeen;
  private final CaseViews views;
  private final Cases cases;

  Overtaken(AsSeen asSeen, CaseViews views, Cases cases) {
    this.asSeen = asSeen;
    this.views = views;
    this.cases = cases;
  }

  /**
   * What somebody does with a part of a case.
   *
   * @param doing what that is, in words
   * @param labels the fields with words, each with its label
   * @param action where the form went, below the case
   * @param back the page that it was typed on, below the case
   */
  record Doing(
      Part part, UUID which, String doing, Map<String, Label> labels, String action, String back) {}

  /** How a field is called and shown. */
  record Label(String text, Shown shown) {
    static Label lines(String text) {
      return new Label(text, Shown.LINES);
    }

    static Label line(String text) {
      return new Label(text, Shown.LINE);
    }

    static Label day(String text) {
      return new Label(text, Shown.DAY);
    }

    static Label person(String text) {
      return new Label(text, Shown.PERSON);
    }
  }

  /** Does it and goes on; or shows what somebody else did first. */
  Object act(
      Shell shell,
      Caller caller,
      UUID id,
      Doing doing,
      Map<String, String> typed,
      Runnable work,
      Supplier<Object> done) {
    try {
      asSeen.act(caller, id, doing.part(), doing.which(), seen(typed), work);
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.CONFLICT) {
        throw refused;
      }
      CaseView view = views.open(caller, id, null);
      Map<UUID, String> workers = cases.caseworkers(caller, view.file().area());
      return Html.of(
              "safeguarding/overtaken", page(shell, caller, view, workers, doing, typed, refused))
          .status(409);
    }
    return done.get();
  }

  private static int seen(Map<String, String> typed) {
    try {
      return Integer.parseInt(text(typed, "seen"));
    } catch (NumberFormatException e) {
      return AsSeen.UNKNOWN;
    }
  }

  private static OvertakenPage page(
      Shell shell,
      Caller caller,
      CaseView view,
      Map<UUID, String> workers,
      Doing doing,
      Map<String, String> typed,
      Refused refused) {
    List<Said> said = said(view, doing);
    String address = "/cases/" + view.file().id();
    Map<String, String> hidden = new HashMap<>();
    typed.forEach((name, value) -> {
      if (!doing.labels().containsKey(name) && !name.equals("_csrf")) {
        hidden.put(name, value);
      }
    });
    hidden.put("seen", Integer.toString(said.isEmpty() ? 0 : said.getFirst().seq()));
    List<Field> fields = new ArrayList<>();
    doing
        .labels()
        .forEach((name, label) ->
            fields.add(
                new Field(
                    name,
                    label.text(),
                    label.shown(),
                    text(typed, name),
                    label.shown() == Shown.PERSON
                        ? CasePage.choices(workers, text(typed, name))
                        : List.of())));
    return new OvertakenPage(
        CaseTabs.page(shell, "Someone was here first", FormErrors.none()),
        view.file().subject(),
        refused.sentence(),
        of(view, doing),
        since(said, seen(typed)).stream().map(one -> one.fact(view)).toList(),
        doing.doing(),
        fields,
        hidden,
        again(view, doing, text(typed, "state"), text(typed, "act"), caller.account()),
        address + doing.action(),
        address + doing.back(),
        address);
  }

  /** Something said of a part of a case. */
  private record Said(int seq, String what, List<String> words, UUID by, Instant at) {
    Fact fact(CaseView view) {
      List<String> lines = new ArrayList<>();
      words.stream().flatMap(String::lines).filter(one -> !one.isBlank()).forEach(lines::add);
      lines.add(Words.dateTime(at) + ", " + view.name(by));
      return new Fact(what, lines, List.of());
    }
  }

  /** What the person had not seen; the last alone where they had, or did not say. */
  private static List<Said> since(List<Said> said, int seen) {
    List<Said> fresh = said.stream().filter(one -> one.seq() > seen).toList();
    return seen == AsSeen.UNKNOWN || fresh.isEmpty() ? said.stream().limit(1).toList() : fresh;
  }

  private static List<Said> said(CaseView view, Doing doing) {
    return switch (doing.part()) {
      case STANDING ->
          view.file().states().stream()
              .map(one ->
                  new Said(
                      one.seq(),
                      one.act().title(),
                      List.of(
                          one.reason(),
                          one.stillOpen() == null ? "" : "Still open then: " + one.stillOpen()),
                      one.by(),
                      one.at()))
              .toList();
      case OWNER ->
          view.file().owners().stream()
              .map(one ->
                  new Said(
                      one.seq(),
                      "Given to " + view.name(one.owner()),
                      List.of(one.team(), one.reason()),
                      one.by(),
                      one.at()))
              .toList();
      case GRADE ->
          view.plan().grades().stream()
              .map(one ->
                  new Said(
                      one.seq(),
                      Words.title(one.grade()),
                      List.of(one.reason()),
                      one.by(),
                      one.at()))
              .toList();
      case ACTION ->
          action(view, doing.which()).states().stream()
              .map(one ->
                  new Said(
                      one.seq(),
                      one.act().title(),
                      List.of(
                          one.says(), "Due " + Words.date(one.dueAt()) + ", " + view.owner(one)),
                      one.by(),
                      one.at()))
              .toList();
      case LINE ->
          line(view, doing.which()).states().stream()
              .map(one ->
                  new Said(
                      one.seq(), one.state().title(), List.of(one.reason()), one.by(), one.at()))
              .toList();
      case MEETING ->
          MeetingPages.meeting(view, doing.which()).states().stream()
              .map(one ->
                  new Said(
                      one.seq(),
                      one.act().title() + ", " + Words.dateTime(one.meetsAt()),
                      List.of(one.says()),
                      one.by(),
                      one.at()))
              .toList();
    };
  }

  private static String of(CaseView view, Doing doing) {
    return switch (doing.part()) {
      case STANDING, OWNER, GRADE -> "Case " + view.file().number();
      case ACTION -> "Action: " + action(view, doing.which()).what();
      case LINE -> "Line of enquiry: " + line(view, doing.which()).says();
      case MEETING -> MeetingPages.meeting(view, doing.which()).kind().title();
    };
  }

  private static boolean again(CaseView view, Doing doing, String state, String act, UUID caller) {
    return switch (doing.part()) {
      case STANDING -> fits(view.file(), act, caller);
      case OWNER, GRADE -> true;
      case ACTION -> action(view, doing.which()).isOpen() != act.equals("taken-back");
      case LINE -> !line(view, doing.which()).now().state().code().equals(state);
      case MEETING -> {
        CaseMeeting.Act now = MeetingPages.meeting(view, doing.which()).now().act();
        yield now != CaseMeeting.Act.CANCELLED
            && act.equals("withdrawn") == (now == CaseMeeting.Act.HELD);
      }
    };
  }

  private static final Set<CaseAct> WORKED_ON =
      Set.of(CaseAct.OPENED, CaseAct.REOPENED, CaseAct.CLOSURE_TAKEN_BACK);

  private static boolean fits(CaseFile file, String act, UUID caller) {
    CaseFile.State last = file.states().getFirst();
    return switch (act) {
      case "propose" -> WORKED_ON.contains(last.act());
      case "sign" -> last.act() == CaseAct.CLOSURE_PROPOSED && !last.by().equals(caller);
      case "take-back" -> last.act() == CaseAct.CLOSURE_PROPOSED;
      case "reopen" -> last.act() == CaseAct.CLOSED;
      default -> false;
    };
  }

  private static CasePlan.Action action(CaseView view, UUID id) {
    return view.plan().actions().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(Overtaken::none);
  }

  private static CasePlan.Line line(CaseView view, UUID id) {
    return view.plan().lines().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(Overtaken::none);
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such thing in this case.");
  }
}
