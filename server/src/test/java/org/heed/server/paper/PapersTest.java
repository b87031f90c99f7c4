package org.heed.server.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;

/** A paper is one that a screen reader can read, and has nothing in it that was redacted. */
class PapersTest {
  private static final Instant MADE = Instant.parse("2026-11-23T14:05:00Z");

  private static Paper paper(List<Block> blocks) {
    return new Paper(
        "Case pack GP/0017", "Case GP/0017", "What was chosen of a case", MADE, blocks);
  }

  private static Paper small() {
    return paper(
        List.of(
            new Block.Part("About this pack"),
            new Block.Facts(
                List.of(
                    new Block.Fact("Made", Text.of("23 November 2026, 14:05")),
                    new Block.Fact("For", Text.of("The “strategy” meeting & <school>")))),
            new Block.Part("What happened"),
            new Block.Piece(Text.of("4 May 2026, report R/1")),
            new Block.Paragraph(
                Text.of("She told her teacher of ")
                    .and(Text.gone("another child"))
                    .and(Text.of(" and a car.\nShe was tired."))),
            new Block.Table(
                "What is left out",
                List.of("Where", "Why"),
                List.of(
                    List.of(Text.of("Report R/1"), Text.of("another child")),
                    List.of(Text.of("Visit"), Text.gone("an address"))))));
  }

  @Test
  void paper_conformsToPdfUa() throws Exception {
    assertThat(PdfCheck.faults(Papers.pdf(small()))).isEmpty();
  }

  @Test
  void longPaper_conformsToo_withTablesOverPages() throws Exception {
    List<Block> blocks = new ArrayList<>();
    for (int part = 1; part <= 6; part++) {
      blocks.add(new Block.Part("Part " + part));
      List<List<Text>> rows = new ArrayList<>();
      for (int row = 0; row < 60; row++) {
        rows.add(
            List.of(
                Text.of("Row " + row),
                Text.of("A grey car waited at the gate; she went with him. ".repeat(3))));
      }
      blocks.add(new Block.Table("Table " + part, List.of("Which", "What"), rows));
    }
    byte[] pdf = Papers.pdf(paper(blocks));
    assertThat(PdfCheck.faults(pdf)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(12);
    }
  }

  @Test
  void structure_namesLanguageTitleHeadingsAndTableHeadings() throws Exception {
    try (PDDocument document = Loader.loadPDF(Papers.pdf(small()))) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Case pack GP/0017");
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      Set<String> kinds = new LinkedHashSet<>();
      kinds(document.getDocumentCatalog().getStructureTreeRoot(), kinds);
      assertThat(kinds).contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Link", "LI");
      PDOutlineItem first = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
      assertThat(first.getTitle()).isEqualTo("About this pack");
      assertThat(first.getNextSibling().getTitle()).isEqualTo("What happened");
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
    }
  }

  private static void kinds(PDStructureNode node, Set<String> kinds) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        kinds.add(element.getStructureType());
        kinds(element, kinds);
      }
    }
  }

  @Test
  void words_areWhatWasWritten_andGapsSayWhy() throws IOException {
    assertThat(PdfCheck.words(Papers.pdf(small())))
        .contains("The “strategy” meeting & <school>")
        .contains("She told her teacher of redacted: another child and a car.")
        .contains("Page 1 of");
    assertThat(small().gaps()).isEqualTo(2);
  }

  @Test
  void words_areReadOutInTheirOrder() throws IOException {
    assertThat(PdfCheck.readOut(Papers.pdf(small())))
        .contains("She told her teacher of redacted: another child and a car.")
        .contains("What is left out Where Why Report R/1 another child");
  }

  @Test
  void samePaper_givesTheSameBytes() {
    assertThat(Papers.pdf(small())).isEqualTo(Papers.pdf(small()));
  }

  @Test
  void characterWithoutADrawing_isToldByItsNumber_andMarkupIsWords() throws Exception {
    byte[] pdf =
        Papers.pdf(
            paper(
                List.of(
                    new Block.Part("</h2><script>"),
                    new Block.Paragraph(
                        Text.of(
                            "😀 日 \u0007 <img src='http://127.0.0.1:1/x'/> &amp; Zoë Łuk Ωmega")))));
    assertThat(PdfCheck.words(pdf))
        .contains("[U+1F600]", "[U+65E5]", "<img src='http://127.0.0.1:1/x'/>", "&amp;", "Zoë Łuk");
    assertThat(PdfCheck.faults(pdf)).isEmpty();
  }

  @Test
  void rowOfAnotherWidth_isRefused() {
    assertThatThrownBy(
            () -> new Block.Table("x", List.of("a", "b"), List.of(List.of(Text.of("one alone")))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
