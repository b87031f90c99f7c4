package org.heed.server.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.disclosure.SubjectRequest.Decided;
import org.heed.server.disclosure.SubjectRequest.Given;
import org.heed.server.disclosure.SubjectRequest.Step;
import org.heed.server.paper.Block;
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
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers people who ask what is held about them. Names of others go unless a person decides
 * otherwise; whatever somebody wrote in their own words is read by a person before it is given; and
 * where any of it is restricted a second person has to agree.
 */
@Service
public class SubjectAccess {
  private static final int LONGEST = 2_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
          opened.items().forEach(one -> shown.add(one.about()));
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
    List<Answered> answered = opened.items().stream().map(item -> answered(item, request)).toList();
    UUID[] made = new UUID[1];
    changing(() ->
        acts.changing(
            caller,
            "subject-access.released",
            act -> {
              Paper paper = paper(opened, request, answered, act.at());
              made[0] =
                  PaperStore.add(
                      act,
                      PaperStore.Whose.ofPerson(person),
                      new PaperStore.NewPaper(
                          PaperKind.HELD,
                          "What is held about a person",
                          request.law().title(),
                          null,
                          answered.size(),
                          paper.gaps(),
                          List.of(
                              new PaperStore.NewFile(
                                  "held.json", "application/json", json(answered, request)),
                              new PaperStore.NewFile(
                                  "held.pdf", "application/pdf", Papers.pdf(paper))),
                          left(answered)));
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

  /** Something with what is given of it. */
  record Answered(HeldItem item, Text text, @Nullable Exemption exemption) {
    /** What it is; the rest is personal. */
    @Override
    public String toString() {
      return "Answered[" + item.kind() + "]";
    }
  }

  private static Answered answered(HeldItem item, SubjectRequest request) {
    Optional<Decided> decided = Optional.ofNullable(request.decided().get(item.key()));
    return new Answered(item, given(item, decided), decided.map(Decided::exemption).orElse(null));
  }

  /** What is given of something: what nobody decided on goes without the names of others. */
  public static Text given(HeldItem item, Optional<Decided> said) {
    Decided decided = said.orElse(null);
    Given given = decided == null ? Given.NAMES_REDACTED : decided.given();
    Exemption exemption = decided == null ? null : decided.exemption();
    String why = (exemption == null ? Exemption.OTHERS : exemption).title();
    List<Redactor.Phrase> phrases = new ArrayList<>();
    if (given == Given.NAMES_REDACTED) {
      item.others()
          .forEach(name -> phrases.add(Redactor.Phrase.of(name, Exemption.OTHERS.title())));
    }
    if (decided != null && decided.words() != null) {
      decided
          .words()
          .lines()
          .map(String::strip)
          .filter(line -> line.length() > 1)
          .forEach(line -> phrases.add(Redactor.Phrase.of(line, why)));
    }
    return given == Given.WITHHELD ? Text.gone(why) : new Redactor(phrases).of(item.text());
  }

  private static List<MadePaper.Left> left(List<Answered> answered) {
    List<MadePaper.Left> left = new ArrayList<>();
    for (int number = 1; number <= answered.size(); number++) {
      for (Text.Run run : answered.get(number - 1).text().runs()) {
        if (run instanceof Text.Gone gone) {
          left.add(new MadePaper.Left("Item " + number, gone.reason()));
        }
      }
    }
    return left;
  }

  private static byte[] json(List<Answered> answered, SubjectRequest request) {
    List<Map<String, Object>> items = new ArrayList<>();
    int number = 0;
    for (Answered one : answered) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("item", ++number);
      item.put("kind", one.item().kind());
      if (one.item().at().getEpochSecond() > 0) {
        item.put("at", one.item().at().toString());
      }
      item.put("source", one.item().source());
      item.put("text", one.text().words());
      item.put("redactions", one.text().gaps());
      items.add(item);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("law", request.law().title());
    all.put("received_on", request.receivedOn().toString());
    all.put("items", items);
    return JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
  }

  private static Paper paper(
      Opened opened, SubjectRequest request, List<Answered> answered, java.time.Instant at) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Part("About this answer"));
    blocks.add(
        new Block.Facts(
            List.of(
                new Block.Fact("About", Text.of(opened.person().name())),
                new Block.Fact("You asked on", Text.of(Words.date(request.receivedOn()))),
                new Block.Fact("By", Text.of(request.law().title())),
                new Block.Fact("Answered on", Text.of(Words.date(at))),
                new Block.Fact(
                    "What is in it", Text.of(Words.count(answered.size(), "item", "items"))))));
    blocks.add(
        new Block.Paragraph(
            Text.of(
                "A black bar stands where something is kept back, and says why. You may ask the"
                    + " force to look at that again, and complain to the Information"
                    + " Commissioner.")));
    blocks.add(new Block.Part("What is held about you"));
    int number = 0;
    for (Answered one : answered) {
      String when = one.item().at().getEpochSecond() > 0 ? ", " + Words.date(one.item().at()) : "";
      blocks.add(new Block.Piece(Text.of(++number + ". " + one.item().kind() + when)));
      blocks.add(new Block.Paragraph(one.text()));
      blocks.add(new Block.Paragraph(Text.of("From: " + one.item().source())));
    }
    Set<Exemption> used =
        answered.stream()
            .filter(one -> one.text().gaps() > 0)
            .map(one -> one.exemption() == null ? Exemption.OTHERS : one.exemption())
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    if (!used.isEmpty()) {
      blocks.add(new Block.Part("Why something is kept back"));
      blocks.add(
          new Block.Table(
              "Exemptions",
              List.of("What the bar says", "Where the law says so"),
              used.stream()
                  .map(one -> List.of(Text.of(one.title()), Text.of(one.source())))
                  .toList()));
    }
    return new Paper(
        "What is held about you", "Subject access", "An answer to whoever asked", at, blocks);
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
      throw new Refused(
          Refused.Code.CONFLICT, "Somebody else was at this request just now: open it again.");
    }
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
