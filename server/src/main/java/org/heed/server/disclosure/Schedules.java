package org.heed.server.disclosure;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.ledger.Digest;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.disclosure.ScheduleStore.Decided;
import org.heed.server.paper.Block;
import org.heed.server.paper.Paper;
import org.heed.server.paper.Papers;
import org.heed.server.paper.Text;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.heed.server.store.Tables;
import org.heed.server.web.Words;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Makes the schedules of unused material of a case: what the program prompted, what was decided
 * against, links that were undone, rulebooks and documents. Whether something is sensitive is a
 * person's decision, item by item. (CPIA 1996, s. 23; its Code of Practice, paragraphs 6.1 to 6.16;
 * the CPS Disclosure Manual, chapters 7 and 8: items are numbered on from earlier schedules.)
 */
@Service
public class Schedules {
  private static final int LONGEST = 2_000;

  private final Acts acts;
  private final CasePapers papers;
  private final ScheduleStore store;
  private final KnownPositions positions;

  public Schedules(Acts acts, CasePapers papers, ScheduleStore store, KnownPositions positions) {
    this.acts = acts;
    this.papers = papers;
    this.store = store;
    this.positions = positions;
  }

  /** Something with what was decided of it. */
  public record Entry(ScheduleItem item, boolean sensitive, String reason) {
    /** Whether somebody decided of it: that something is not sensitive is a decision, too. */
    public boolean isDecided() {
      return !reason.isEmpty();
    }

    /** What it is; the rest is personal. */
    @Override
    public String toString() {
      return "Entry[" + item.kind() + "]";
    }
  }

  /** A case with its papers and what its schedules would hold. */
  public record Opened(
      org.heed.server.safeguarding.CaseView view, List<MadePaper> papers, List<Entry> entries) {
    public Opened {
      papers = List.copyOf(papers);
      entries = List.copyOf(entries);
    }

    /** The case's identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + view.file().id() + "]";
    }
  }

  /** Opens a case’s papers. */
  public Opened open(Caller caller, UUID id) {
    return papers.open(
        caller,
        id,
        found -> {
          List<Entry> entries = entries(id, KnownAt.NOW);
          return new Acts.Seen<>(
              new Opened(found.view(), found.papers(), entries), subjects(entries));
        });
  }

  private static List<UUID> subjects(List<Entry> entries) {
    return entries.stream().map(one -> one.item().about()).distinct().toList();
  }

  private List<Entry> entries(UUID id, KnownAt known) {
    Map<String, Decided> decided = store.decided(id, known);
    return Stream.of(
            store.prompts(id, known),
            store.noes(id, known),
            store.undone(id, known),
            store.rulebooks(id, known),
            store.documents(id, known))
        .flatMap(List::stream)
        .map(item -> {
          Decided said = decided.get(item.key());
          return new Entry(
              item, said != null && said.sensitive(), said == null ? "" : said.reason());
        })
        .toList();
  }

  /** Decides whether something is sensitive. */
  public void decide(Caller caller, UUID id, String item, boolean sensitive, String reason) {
    caller.require(Right.CASES);
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new Refused(
          Refused.Code.INVALID,
          "Say what public interest would be harmed, and how, or why it would not be.");
    }
    try {
      acts.changing(
          caller,
          "disclosure.decided",
          act -> {
            Entry found =
                entries(id, KnownAt.NOW).stream()
                    .filter(one -> one.item().key().equals(item))
                    .findFirst()
                    .orElseThrow(() ->
                        new Refused(Refused.Code.NOT_FOUND, "There is no such thing in the case."));
            if (found.isDecided() && found.sensitive() == sensitive) {
              throw new Refused(Refused.Code.CONFLICT, "It is decided like that already.");
            }
            Decided before = store.decided(id, KnownAt.NOW).get(item);
            act.concerns(id);
            act.add(
                Tables.DISCLOSURE_DECISION,
                id,
                item,
                before == null ? 1 : before.seq() + 1,
                sensitive,
                reason.strip(),
                caller.account(),
                act.at());
          });
    } catch (DuplicateKeyException raced) {
      throw conflict();
    }
  }

  /**
   * Decides in the caller's name that what they looked at is not sensitive; what somebody decided
   * before stays as decided.
   *
   * @param items the keys of what lay before them
   */
  public void notSensitive(Caller caller, UUID id, Collection<String> items) {
    caller.require(Right.CASES);
    try {
      acts.changing(
          caller,
          "disclosure.decided",
          act -> {
            act.concerns(id);
            for (Entry one : entries(id, KnownAt.NOW)) {
              if (!one.isDecided() && items.contains(one.item().key())) {
                act.add(
                    Tables.DISCLOSURE_DECISION,
                    id,
                    one.item().key(),
                    1,
                    false,
                    "Looked at, and not sensitive.",
                    caller.account(),
                    act.at());
              }
            }
          });
    } catch (DuplicateKeyException raced) {
      throw conflict();
    }
  }

  /** Makes both schedules of a case as they are known now, and keeps them. */
  public void make(Caller caller, UUID id) {
    caller.require(Right.CASES);
    CaseFile file = papers.open(caller, id, found -> Acts.Seen.one(found.view().file(), id));
    try {
      acts.changing(
          caller,
          "schedules.made",
          act -> {
            KnownAt known = positions.at(act.at());
            List<Entry> entries = entries(id, known);
            if (!entries.equals(entries(id, KnownAt.NOW))) {
              throw new Refused(
                  Refused.Code.CONFLICT,
                  "Something was recorded a moment ago. Make the schedules again in some seconds.");
            }
            long undecided = entries.stream().filter(one -> !one.isDecided()).count();
            if (undecided > 0) {
              throw new Refused(
                  Refused.Code.INVALID,
                  "Somebody has to look at "
                      + Words.count(undecided, "item", "items")
                      + " first, and decide whether each is sensitive.");
            }
            keep(act, file, known, entries, PaperKind.UNUSED, caller.displayName());
            keep(act, file, known, entries, PaperKind.SENSITIVE, caller.displayName());
          });
    } catch (DuplicateKeyException raced) {
      throw conflict();
    }
  }

  private void keep(
      Act act, CaseFile file, KnownAt known, List<Entry> entries, PaperKind kind, String by) {
    Map<String, Integer> numbers = store.numbers(file.id(), kind);
    int last = numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<String> fresh = new ArrayList<>();
    for (Entry entry : of(entries, kind)) {
      if (!numbers.containsKey(entry.item().key())) {
        numbers.put(entry.item().key(), ++last);
        fresh.add(entry.item().key());
      }
    }
    List<Numbered> listed = numbered(entries, kind, numbers);
    String name = PaperStore.fileName(kind == PaperKind.UNUSED ? "MG6C" : "MG6D", file.number());
    UUID paper =
        PaperStore.add(
            act,
            PaperStore.Whose.ofCase(file.id()),
            new PaperStore.NewPaper(
                kind,
                kind.title() + ", case " + file.number(),
                kind == PaperKind.UNUSED
                    ? "For the prosecutor, who gives it to the defence"
                    : "For the prosecutor alone",
                known.position(),
                listed.size(),
                0,
                List.of(
                    new PaperStore.NewFile(name + ".csv", "text/csv", csv(kind, listed)),
                    new PaperStore.NewFile(
                        name + ".pdf",
                        "application/pdf",
                        Papers.pdf(paper(file, kind, listed, by, act.at())))),
                List.of()));
    fresh.forEach(item ->
        act.add(Tables.DISCLOSURE_ITEM, file.id(), kind.code(), numbers.get(item), item, paper));
  }

  private record Numbered(int number, Entry entry) {}

  private static List<Entry> of(List<Entry> entries, PaperKind kind) {
    return entries.stream()
        .filter(one -> one.sensitive() == (kind == PaperKind.SENSITIVE))
        .toList();
  }

  private static List<Numbered> numbered(
      List<Entry> entries, PaperKind kind, Map<String, Integer> numbers) {
    List<Numbered> listed = new ArrayList<>();
    for (Entry entry : of(entries, kind)) {
      Integer number = numbers.get(entry.item().key());
      if (number != null) {
        listed.add(new Numbered(number, entry));
      }
    }
    listed.sort(Comparator.comparingInt(Numbered::number));
    return listed;
  }

  /**
   * Makes a schedule again from what was known then.
   *
   * @return whether it comes out byte by byte as it was kept
   */
  public boolean again(Caller caller, UUID id, UUID paper) {
    return papers.open(
        caller,
        id,
        found -> {
          MadePaper made =
              found.papers().stream()
                  .filter(one -> one.id().equals(paper) && one.known() != null)
                  .findFirst()
                  .orElseThrow(() ->
                      new Refused(
                          Refused.Code.NOT_FOUND, "There is no such schedule open to you."));
          KnownAt then = new KnownAt(made.at(), made.known());
          List<Entry> entries = entries(id, then);
          String hash =
              Digest.sha256(
                      csv(
                          made.kind(),
                          numbered(entries, made.kind(), store.numbers(id, made.kind()))))
                  .hex();
          return new Acts.Seen<>(
              made.files().stream().anyMatch(one -> one.sha256().equals(hash)), subjects(entries));
        });
  }

  private static List<String> columns(PaperKind kind) {
    List<String> columns =
        new ArrayList<>(List.of("Item number", "Description", "Location", "Date", "Originator"));
    if (kind == PaperKind.SENSITIVE) {
      columns.add("Reason for sensitivity");
    }
    return columns;
  }

  private static List<String> cells(PaperKind kind, Numbered one) {
    ScheduleItem item = one.entry().item();
    Instant at = item.at();
    List<String> cells =
        new ArrayList<>(
            List.of(
                Integer.toString(one.number()),
                item.description(),
                item.location(),
                at == null ? "Not recorded" : Words.date(at),
                item.originator()));
    if (kind == PaperKind.SENSITIVE) {
      cells.add(one.entry().reason());
    }
    return cells;
  }

  private static byte[] csv(PaperKind kind, List<Numbered> listed) {
    StringWriter to = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to)) {
      csv.writeRecord(columns(kind));
      listed.forEach(
          one -> csv.writeRecord(cells(kind, one).stream().map(Schedules::inert).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What a spreadsheet would take for a formula is told to be text. */
  private static String inert(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static Paper paper(
      CaseFile file, PaperKind kind, List<Numbered> listed, String by, Instant at) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Part("About this schedule"));
    blocks.add(
        new Block.Facts(
            List.of(
                new Block.Fact("Case", Text.of(file.number())),
                new Block.Fact("Prepared by", Text.of(by)),
                new Block.Fact("Prepared", Text.of(Words.dateTime(at))),
                new Block.Fact("Items", Text.of(Words.number(listed.size()))),
                new Block.Fact(
                    "To whom it goes",
                    Text.of(
                        kind == PaperKind.UNUSED
                            ? "The prosecutor, who gives it to the defence."
                            : "The prosecutor alone. It is not given to the defence.")))));
    blocks.add(new Block.Part("Items"));
    if (listed.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              Text.of(
                  kind == PaperKind.UNUSED
                      ? "There is no unused material on record in this case."
                      : "There is no sensitive unused material on record in this case.")));
    } else {
      blocks.add(
          new Block.Table(
              kind.title(),
              columns(kind),
              listed.stream()
                  .map(one -> cells(kind, one).stream().map(Text::of).toList())
                  .toList()));
    }
    return new Paper(
        kind.title(), "Case " + file.number(), "Schedule of unused material", at, blocks);
  }

  private static Refused conflict() {
    return new Refused(
        Refused.Code.CONFLICT, "Somebody else was at these schedules just now: open them again.");
  }
}
