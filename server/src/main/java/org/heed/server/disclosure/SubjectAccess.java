package org.heed.server.disclosure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.disclosure.SubjectRequest.Decided;
import org.heed.server.disclosure.SubjectRequest.Given;
import org.heed.server.disclosure.SubjectRequest.Step;
import org.heed.server.paper.Paper;
import org.heed.server.paper.Papers;
import org.heed.server.paper.Text;
import org.heed.server.person.KnownPerson;
import org.heed.server.person.People;
import org.heed.server.person.PersonStore;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Answers people who ask what is held about them. Names of others go unless a person decides
 * otherwise; whatever somebody wrote in their own words is read by a person before it is given; and
 * where any of it is restricted a second person has to agree.
 */
@Service
public class SubjectAccess {
  private static final int LONGEST = 2_000;

  private final Acts acts;
  private final PersonStore people;
  private final HeldAbout held;
  private final SubjectStore store;
  private final PaperStore papers;

  public SubjectAccess(
      Acts acts, PersonStore people, HeldAbout held, SubjectStore store, PaperStore papers) {
    this.acts = acts;
    this.people = people;
    this.held = held;
    this.store = store;
    this.papers = papers;
  }

  /** A person with what is held about them, their requests and the answers. */
  public record Opened(
      KnownPerson person,
      List<HeldItem> items,
      List<SubjectRequest> requests,
      List<MadePaper> papers) {
    public Opened {
      items = List.copyOf(items);
      requests = List.copyOf(requests);
      papers = List.copyOf(papers);
    }

    /** The request that is not answered yet. */
    public Optional<SubjectRequest> waiting() {
      return requests.stream().filter(one -> one.released().isEmpty()).findFirst();
    }

    /** Whether anything of it is restricted, so that a second person has to agree. */
    public boolean isRestricted() {
      return items.stream().anyMatch(HeldItem::restricted);
    }

    /** What has to be read by somebody before it is given, and was not. */
    public List<HeldItem> unread(SubjectRequest request) {
      return items.stream()
          .filter(one -> one.free() && !request.decided().containsKey(one.key()))
          .toList();
    }

    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + person.id() + "]";
    }
  }

  /**
   * A request that is not answered yet.
   *
   * @param answerBy the last day to answer
   */
  public record Waiting(UUID person, AccessLaw law, LocalDate receivedOn, LocalDate answerBy) {}

  /** The requests that wait, the one with the least time first; without who asks. */
  public List<Waiting> waiting(Caller caller) {
    caller.require(Right.SUBJECT_ACCESS);
    return acts.plain(caller, store::waiting);
  }

  /** Opens what is held about somebody: a look that names them and every report of them. */
  public Opened open(Caller caller, UUID person) {
    caller.require(Right.SUBJECT_ACCESS);
    return acts.look(
        caller,
        "person.held-opened",
        "read-person",
        () -> {
          KnownPerson found =
              people
                  .find(person, KnownAt.NOW)
                  .orElseThrow(() ->
                      new Refused(Refused.Code.NOT_FOUND, "There is no such person open to you."));
          List<MadePaper> made = papers.of(PaperStore.Whose.ofPerson(person));
          Opened opened = new Opened(found, held.of(found), store.of(person), made);
          Set<UUID> shown = new HashSet<>(People.shown(found));
          opened
              .items()
              .forEach(one -> {
                shown.add(one.about());
                shown.addAll(one.besides());
              });
          opened.requests().forEach(one -> shown.add(one.id()));
          made.forEach(one -> shown.add(one.id()));
          return new Acts.Seen<>(opened, shown);
        });
  }

  /** Takes a request in. */
  public UUID receive(
      Caller caller, UUID person, AccessLaw law, LocalDate receivedOn, String says) {
    caller.require(Right.SUBJECT_ACCESS);
    requireText(says, "Say how they asked, and how you know that it is them.");
    if (open(caller, person).waiting().isPresent()) {
      throw new Refused(Refused.Code.CONFLICT, "A request of theirs waits already.");
    }
    return acts.change(
        caller,
        "subject-access.received",
        act -> {
          if (receivedOn.isAfter(LocalDate.ofInstant(act.at(), Words.LONDON))) {
            throw new Refused(Refused.Code.INVALID, "That day has not come yet.");
          }
          UUID made = act.newId();
          act.concerns(person);
          act.concerns(made);
          act.add(
              Tables.SUBJECT_REQUEST,
              made,
              person,
              law.code(),
              receivedOn,
              says.strip(),
              caller.account(),
              act.at());
          return made;
        });
  }

  /**
   * Decides what is given of something.
   *
   * @param exemption by which something of it is kept back; has to be named where it is
   * @param words further words that go, one a line
   */
  public void decide(
      Caller caller,
      UUID person,
      String item,
      Given given,
      @Nullable Exemption exemption,
      String words,
      String reason) {
    requireText(reason, "Give a reason.");
    if (exemption == null && (given == Given.WITHHELD || !words.isBlank())) {
      throw new Refused(Refused.Code.INVALID, "Name the exemption by which it is kept back.");
    }
    if (words.lines().anyMatch(line -> line.strip().length() == 1)) {
      throw new Refused(Refused.Code.INVALID, "Enter words of two letters or more, one a line.");
    }
    Opened opened = open(caller, person);
    SubjectRequest request = opened.waiting().orElseThrow(SubjectAccess::none);
    if (opened.items().stream().noneMatch(one -> one.key().equals(item))) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such thing held about them.");
    }
    changing(() ->
        acts.changing(
            caller,
            "subject-access.decided",
            act -> {
              Decided before = request.decided().get(item);
              act.concerns(person);
              act.concerns(request.id());
              act.add(
                  Tables.SUBJECT_DECISION,
                  request.id(),
                  item,
                  before == null ? 1 : before.seq() + 1,
                  given.code(),
                  exemption == null ? null : exemption.code(),
                  words.isBlank() ? null : words.strip(),
                  reason.strip(),
                  caller.account(),
                  act.at());
            }));
  }

  /** A second person agrees to what was decided. */
  public void agree(Caller caller, UUID person, String says) {
    requireText(says, "Say what you looked at.");
    Opened opened = open(caller, person);
    SubjectRequest request = opened.waiting().orElseThrow(SubjectAccess::none);
    requireRead(opened, request);
    if (request.decided().values().stream()
        .anyMatch(one -> one.account().equals(caller.account()))) {
      throw new Refused(Refused.Code.NOT_ALLOWED, "Somebody who decided none of it has to agree.");
    }
    step(caller, person, request, Step.AGREED, null, says);
  }

  private void step(
      Caller caller,
      UUID person,
      SubjectRequest request,
      Step step,
      @Nullable UUID paper,
      String says) {
    changing(() ->
        acts.changing(
            caller,
            "subject-access." + step.code(),
            act -> {
              act.concerns(person);
              act.concerns(request.id());
              act.add(
                  Tables.SUBJECT_STEP,
                  request.id(),
                  request.steps().size() + 1,
                  step.code(),
                  paper,
                  says.strip(),
                  caller.account(),
                  act.at());
            }));
  }

  /** Makes the answer, keeps it, and says that it was given. */
  public UUID release(Caller caller, UUID person, String says) {
    requireText(says, "Say how it is given to them.");
    Opened opened = open(caller, person);
    SubjectRequest request = opened.waiting().orElseThrow(SubjectAccess::none);
    requireRead(opened, request);
    if (opened.isRestricted()
        && request.agreed().filter(one -> !one.account().equals(caller.account())).isEmpty()) {
      throw new Refused(
          Refused.Code.NOT_ALLOWED,
          "Something of it is restricted: a second person, who decided none of it, has to agree"
              + " first.");
    }
    SubjectAnswer answer = SubjectAnswer.of(opened.person(), opened.items(), request);
    UUID[] made = new UUID[1];
    changing(() ->
        acts.changing(
            caller,
            "subject-access.released",
            act -> {
              if (!store.of(person).contains(request)) {
                throw raced();
              }
              Paper paper = answer.paper(act.at());
              made[0] =
                  PaperStore.add(
                      act,
                      PaperStore.Whose.ofPerson(person),
                      new PaperStore.NewPaper(
                          PaperKind.HELD,
                          "What is held about a person",
                          request.law().title(),
                          null,
                          answer.given().size(),
                          paper.gaps(),
                          List.of(
                              new PaperStore.NewFile(
                                  "held.json", "application/json", answer.json()),
                              new PaperStore.NewFile(
                                  "held.pdf", "application/pdf", Papers.pdf(paper))),
                          answer.left()));
              act.concerns(request.id());
              act.add(
                  Tables.SUBJECT_STEP,
                  request.id(),
                  request.steps().size() + 1,
                  Step.RELEASED.code(),
                  made[0],
                  says.strip(),
                  caller.account(),
                  act.at());
            }));
    return made[0];
  }

  /** What is given of something: what nobody decided on goes without the names of others. */
  public static Text given(HeldItem item, Optional<Decided> said) {
    return SubjectAnswer.given(item, said);
  }

  private static void requireRead(Opened opened, SubjectRequest request) {
    int unread = opened.unread(request).size();
    if (unread > 0) {
      throw new Refused(
          Refused.Code.CONFLICT,
          Words.count(unread, "thing was", "things were")
              + " written in somebody’s own words and nobody has decided on "
              + (unread == 1 ? "it" : "them")
              + " yet.");
    }
  }

  /** Gives a file of an answer out: a look that names it. */
  public CasePapers.Out file(Caller caller, UUID person, UUID paper, String name) {
    caller.require(Right.SUBJECT_ACCESS);
    return acts.look(
        caller,
        "paper.opened",
        "read-person",
        () -> {
          PaperStore.NewFile file =
              papers
                  .file(PaperStore.Whose.ofPerson(person), paper, name)
                  .orElseThrow(() ->
                      new Refused(Refused.Code.NOT_FOUND, "There is no such paper open to you."));
          return new Acts.Seen<>(
              new CasePapers.Out(file.name(), file.media(), file.content()),
              List.of(person, paper));
        });
  }

  private static void changing(Runnable work) {
    try {
      work.run();
    } catch (DuplicateKeyException raced) {
      throw raced();
    }
  }

  private static Refused raced() {
    return new Refused(
        Refused.Code.CONFLICT, "Somebody else was at this request just now: open it again.");
  }

  private static void requireText(String text, String sentence) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new Refused(Refused.Code.INVALID, sentence);
    }
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "No request of theirs waits.");
  }
}
