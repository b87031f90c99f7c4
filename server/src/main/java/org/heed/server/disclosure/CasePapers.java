package org.heed.server.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.paper.Block;
import org.heed.server.paper.Paper;
import org.heed.server.paper.Papers;
import org.heed.server.paper.Text;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseStory;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.sharing.Offered;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.springframework.stereotype.Service;

/** Makes packs of a case, keeps what was made and gives it out: each is a person’s decision. */
@Service
public class CasePapers {
  private static final int LONGEST = 2_000;
  private static final String READ = "read-case";

  private final Acts acts;
  private final CaseViews cases;
  private final ReportFiles reports;
  private final PaperStore store;

  public CasePapers(Acts acts, CaseViews cases, ReportFiles reports, PaperStore store) {
    this.acts = acts;
    this.cases = cases;
    this.reports = reports;
    this.store = store;
  }

  /**
   * A case with what a pack may hold.
   *
   * @param offered the first thing first
   * @param barred how many reports are not offered: how intelligence is handled bars it
   */
  public record Offer(CaseView view, List<Offered> offered, long barred) {
    public Offer {
      offered = List.copyOf(offered);
    }

    /** The case's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Offer[" + view.file().id() + "]";
    }
  }

  /**
   * Something put into a pack.
   *
   * @param gone the numbers of its sentences that are redacted
   * @param reason why they are
   */
  public record Chosen(Offered item, Set<Integer> gone, GapReason reason) {
    public Chosen {
      gone = Set.copyOf(gone);
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Chosen[" + gone.size() + "]";
    }
  }

  /**
   * A pack to be made.
   *
   * @param phrases words that are redacted wherever they stand
   */
  public record NewPack(String purpose, List<Chosen> items, List<Redactor.Phrase> phrases) {
    public NewPack {
      items = List.copyOf(items);
      phrases = List.copyOf(phrases);
    }

    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "NewPack[" + items.size() + "]";
    }
  }

  /** Opens a case to make a pack of it. */
  public Offer offer(Caller caller, UUID id) {
    return cases.open(
        caller,
        id,
        "case.pack-begun",
        READ,
        view -> {
          List<ReportFile> told =
              view.file().reports().stream()
                  .flatMap(one -> reports.find(one.report(), KnownAt.NOW).stream())
                  .toList();
          List<Offered> offered = new ArrayList<>(story(view));
          told.stream()
              .filter(one -> !isBarred(one))
              .forEach(one ->
                  offered.add(
                      new Offered(
                          one.recordedAt(),
                          one.narrative(),
                          "Report " + one.reference() + ", as written")));
          offered.replaceAll(
              one -> new Offered(one.at(), Redactor.normal(one.text()), one.source()));
          offered.sort(Comparator.comparing(Offered::at));
          return new Acts.Seen<>(
              new Offer(view, offered, told.stream().filter(CasePapers::isBarred).count()),
              List.of());
        });
  }

  private static List<Offered> story(CaseView view) {
    String from = "Case " + view.file().number();
    List<Offered> offered = new ArrayList<>();
    for (CaseStory.Item item : CaseStory.of(view)) {
      String by = item.by().isEmpty() ? "" : ", by " + item.by();
      boolean alone = item.lines().isEmpty() || item.title().endsWith(".");
      StringBuilder text = new StringBuilder(item.title()).append(alone ? "" : ".");
      item.lines().forEach(line -> text.append('\n').append(line));
      offered.add(new Offered(item.at(), text.toString(), from + by));
    }
    view.plan().words().stream()
        .filter(one -> one.withdrawn() == null)
        .forEach(one ->
            offered.add(
                new Offered(
                    one.saidAt(),
                    (one.words().isBlank() ? "Nothing was said." : one.words())
                        + "\nHow the child seemed: "
                        + one.demeanour(),
                    from + ", the child’s own words")));
    return offered;
  }

  /** Intelligence goes by its handling grade, which a pack cannot keep to. */
  private static boolean isBarred(ReportFile report) {
    return report.kind() == ReportKind.INTELLIGENCE || report.grading() != null;
  }

  /** Makes a pack: what is redacted is in none of its bytes. */
  public UUID make(Caller caller, UUID id, NewPack pack) {
    caller.require(Right.CASES);
    if (pack.purpose().isBlank() || pack.purpose().length() > LONGEST) {
      throw new Refused(Refused.Code.INVALID, "Say what the pack is for.");
    }
    if (pack.items().isEmpty()) {
      throw new Refused(Refused.Code.INVALID, "Choose what is in it.");
    }
    CaseFile file = offer(caller, id).view().file();
    return acts.change(
        caller,
        "pack.made",
        act -> {
          Redactor redactor = new Redactor(pack.phrases());
          List<MadePaper.Left> left = new ArrayList<>();
          Paper paper =
              new Paper(
                  "Case pack " + file.number(),
                  "Case " + file.number(),
                  "What was chosen of a case, with redactions",
                  act.at(),
                  blocks(
                      file, pack, redactor, caller.displayName(), left, Words.dateTime(act.at())));
          return PaperStore.add(
              act,
              PaperStore.Whose.ofCase(id),
              new PaperStore.NewPaper(
                  PaperKind.PACK,
                  paper.title(),
                  pack.purpose().strip(),
                  null,
                  pack.items().size(),
                  paper.gaps(),
                  List.of(
                      new PaperStore.NewFile(
                          PaperStore.fileName("case-pack", file.number()) + ".pdf",
                          "application/pdf",
                          Papers.pdf(paper))),
                  left));
        });
  }

  private static List<Block> blocks(
      CaseFile file,
      NewPack pack,
      Redactor redactor,
      String by,
      List<MadePaper.Left> left,
      String made) {
    List<Block> items = new ArrayList<>();
    List<List<Text>> places = new ArrayList<>();
    int number = 0;
    for (Chosen one : pack.items()) {
      number++;
      Offered item = one.item();
      String head = number + ". " + Words.dateTime(item.at());
      Text source = redactor.of(item.source());
      Text text = redactor.of(item.text(), item.sentences(), one.gone(), one.reason());
      items.add(new Block.Piece(Text.of(head)));
      items.add(new Block.Paragraph(text));
      items.add(new Block.Paragraph(Text.of("From: ").and(source)));
      for (Text.Run run : text.and(source).runs()) {
        if (run instanceof Text.Gone gone) {
          left.add(new MadePaper.Left("Item " + number, gone.reason()));
          places.add(List.of(Text.of("Item " + number), Text.of(gone.reason())));
        }
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Part("About this pack"));
    blocks.add(
        new Block.Facts(
            List.of(
                new Block.Fact("Case", Text.of(file.number())),
                new Block.Fact("What it is for", redactor.of(pack.purpose().strip())),
                new Block.Fact("Made by", redactor.of(by)),
                new Block.Fact("Made", Text.of(made)),
                new Block.Fact(
                    "What is in it", Text.of(Words.count(pack.items().size(), "item", "items"))),
                new Block.Fact(
                    "Redacted",
                    Text.of(
                        places.isEmpty()
                            ? "Nothing"
                            : Words.count(places.size(), "place", "places")
                                + ", each with its reason; the words are not in this file")))));
    blocks.add(new Block.Part("What happened, the first thing first"));
    blocks.addAll(items);
    if (!places.isEmpty()) {
      blocks.add(new Block.Part("What is redacted"));
      blocks.add(new Block.Table("Redactions", List.of("Where", "Why"), places));
    }
    return blocks;
  }

  /** A case with its papers and what another needs of it, in one look. */
  <T> T open(Caller caller, UUID id, Function<Papered, Acts.Seen<T>> and) {
    return cases.open(
        caller,
        id,
        "case.disclosure-opened",
        READ,
        view -> {
          List<MadePaper> papers = store.of(PaperStore.Whose.ofCase(id));
          Acts.Seen<T> more = and.apply(new Papered(view, papers));
          Set<UUID> shown = new HashSet<>(more.subjects());
          papers.forEach(one -> shown.add(one.id()));
          return new Acts.Seen<>(more.value(), shown);
        });
  }

  /** A case with its papers. */
  record Papered(CaseView view, List<MadePaper> papers) {
    Papered {
      papers = List.copyOf(papers);
    }

    /** The case's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Papered[" + view.file().id() + "]";
    }
  }

  /** A file that goes out. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  public record Out(String name, String media, byte[] content) {
    /** The name only. */
    @Override
    public String toString() {
      return "Out[" + name + "]";
    }
  }

  /** Gives a file of a case’s paper out: a look that names the paper. */
  public Out file(Caller caller, UUID id, UUID paper, String name) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "paper.opened",
        READ,
        () -> {
          Optional<PaperStore.NewFile> found = store.file(PaperStore.Whose.ofCase(id), paper, name);
          PaperStore.NewFile file =
              found.orElseThrow(
                  () -> new Refused(Refused.Code.NOT_FOUND, "There is no such paper open to you."));
          return new Acts.Seen<>(
              new Out(file.name(), file.media(), file.content()), List.of(id, paper));
        });
  }
}
