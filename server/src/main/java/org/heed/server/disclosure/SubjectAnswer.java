package org.heed.server.disclosure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heed.server.disclosure.SubjectRequest.Decided;
import org.heed.server.disclosure.SubjectRequest.Given;
import org.heed.server.document.Document;
import org.heed.server.paper.Block;
import org.heed.server.paper.Paper;
import org.heed.server.paper.Text;
import org.heed.server.person.KnownPerson;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is given to whoever asked: each thing with what was decided of it. What is kept back is in
 * neither of its two forms.
 */
record SubjectAnswer(KnownPerson person, SubjectRequest request, List<Answered> given) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  SubjectAnswer {
    given = List.copyOf(given);
  }

  static SubjectAnswer of(KnownPerson person, List<HeldItem> items, SubjectRequest request) {
    return new SubjectAnswer(
        person, request, items.stream().map(item -> answered(item, request)).toList());
  }

  /** Something with what is given of it. */
  record Answered(
      HeldItem item, Text text, Text source, @Nullable Exemption exemption, Given said) {
    /**
     * The file that goes with the answer: what is in it cannot be redacted here, so that it goes
     * where somebody decided to give it whole, and not otherwise.
     */
    Optional<Document> file() {
      return Optional.ofNullable(item.document())
          .filter(one -> said == Given.WHOLE && one.isServed());
    }

    /** What is said of a file, whether it goes or not; empty where there is none. */
    Optional<String> ofFile() {
      return Optional.ofNullable(item.document())
          .filter(_ -> said != Given.WITHHELD)
          .map(one ->
              file().isPresent()
                  ? "The file goes with this answer. SHA-256: " + one.sha256()
                  : "What is in the file is not given with this answer.");
    }

    /** Both, with every gap. */
    Text all() {
      return text.and(source);
    }

    /** What it is; the rest is personal. */
    @Override
    public String toString() {
      return "Answered[" + item.kind() + "]";
    }
  }

  private static Answered answered(HeldItem item, SubjectRequest request) {
    Optional<Decided> decided = Optional.ofNullable(request.decided().get(item.key()));
    return new Answered(
        item,
        given(item, decided),
        redactor(item, decided).of(item.source()),
        decided.map(Decided::exemption).orElse(null),
        decided.map(Decided::given).orElse(Given.NAMES_REDACTED));
  }

  /** What is given of something: what nobody decided on goes without the names of others. */
  static Text given(HeldItem item, Optional<Decided> said) {
    Decided decided = said.orElse(null);
    return decided != null && decided.given() == Given.WITHHELD
        ? Text.gone(why(decided))
        : redactor(item, said).of(item.text());
  }

  private static String why(Decided decided) {
    Exemption exemption = decided.exemption();
    return (exemption == null ? Exemption.OTHERS : exemption).title();
  }

  /** Takes the names of others out, unless they are given, and whatever words go besides. */
  private static Redactor redactor(HeldItem item, Optional<Decided> said) {
    Decided decided = said.orElse(null);
    List<Redactor.Phrase> phrases = new ArrayList<>();
    if (decided == null || decided.given() != Given.WHOLE) {
      item.others()
          .forEach(name -> phrases.add(Redactor.Phrase.of(name, Exemption.OTHERS.title())));
    }
    if (decided != null && decided.words() != null) {
      decided
          .words()
          .lines()
          .map(String::strip)
          .filter(line -> line.length() > 1)
          .forEach(line -> phrases.add(Redactor.Phrase.of(line, why(decided))));
    }
    return new Redactor(phrases);
  }

  /** Where something is kept back and why, never what. */
  List<MadePaper.Left> left() {
    List<MadePaper.Left> left = new ArrayList<>();
    for (int number = 1; number <= given.size(); number++) {
      for (Text.Run run : given.get(number - 1).all().runs()) {
        if (run instanceof Text.Gone gone) {
          left.add(new MadePaper.Left("Item " + number, gone.reason()));
        }
      }
    }
    return left;
  }

  /** As a program reads it. */
  byte[] json() {
    List<Map<String, Object>> items = new ArrayList<>();
    int number = 0;
    for (Answered one : given) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("item", ++number);
      item.put("kind", one.item().kind());
      if (one.item().at().getEpochSecond() > 0) {
        item.put("at", one.item().at().toString());
      }
      item.put("source", one.source().words());
      item.put("text", one.text().words());
      item.put("redactions", one.all().gaps());
      one.ofFile().ifPresent(says -> item.put("file", says));
      items.add(item);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("law", request.law().title());
    all.put("received_on", request.receivedOn().toString());
    all.put("items", items);
    return JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
  }

  /** As a person reads it. */
  Paper paper(Instant at) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Part("About this answer"));
    blocks.add(
        new Block.Facts(
            List.of(
                new Block.Fact("About", Text.of(person.name())),
                new Block.Fact("You asked on", Text.of(Words.date(request.receivedOn()))),
                new Block.Fact("By", Text.of(request.law().title())),
                new Block.Fact("Answered on", Text.of(Words.date(at))),
                new Block.Fact(
                    "What is in it", Text.of(Words.count(given.size(), "item", "items"))))));
    blocks.add(
        new Block.Paragraph(
            Text.of(
                "A black bar stands where something is kept back, and says why. You may ask the"
                    + " force to look at that again, and complain to the Information"
                    + " Commissioner.")));
    blocks.add(new Block.Part("What is held about you"));
    int number = 0;
    for (Answered one : given) {
      String when = one.item().at().getEpochSecond() > 0 ? ", " + Words.date(one.item().at()) : "";
      blocks.add(new Block.Piece(Text.of(++number + ". " + one.item().kind() + when)));
      blocks.add(new Block.Paragraph(one.text()));
      one.ofFile().ifPresent(says -> blocks.add(new Block.Paragraph(Text.of(says))));
      blocks.add(new Block.Paragraph(Text.of("From: ").and(one.source())));
    }
    Set<Exemption> used =
        given.stream()
            .filter(one -> one.all().gaps() > 0)
            .map(one -> one.exemption() == null ? Exemption.OTHERS : one.exemption())
            .collect(Collectors.toCollection(TreeSet::new));
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

  /** The request's identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "SubjectAnswer[" + request.id() + "]";
  }
}
