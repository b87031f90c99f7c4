package org.heed.server.paper;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Writes a paper as the markup that the setter reads. Everything that people wrote is escaped, and
 * a character that the typeface has no drawing for is told by its number, so that none goes missing
 * unsaid.
 */
final class PaperMarkup {
  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm 18mm 22mm 18mm;
        @bottom-left { content: string(reference); font: 9pt 'Liberation Sans'; }
        @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt 'Liberation Sans'; } }
      body { font: 11pt 'Liberation Sans'; line-height: 1.4; }
      h1, h2, h3, th, caption, dt { font-weight: normal; page-break-after: avoid; }
      h1 { font-size: 22pt; margin: 0 0 8pt 0; line-height: 1.2; }
      h2 { font-size: 16pt; margin: 18pt 0 6pt 0; border-top: 2pt solid #1d70b8; padding-top: 6pt; }
      h3 { font-size: 12.5pt; margin: 12pt 0 2pt 0; }
      p { margin: 0 0 6pt 0; }
      table { border-collapse: collapse; -fs-table-paginate: paginate; width: 100%; margin: 0 0 10pt 0; }
      caption { text-align: left; font-size: 12.5pt; margin: 0 0 4pt 0; }
      tr { page-break-inside: avoid; }
      th, td { border-bottom: 0.5pt solid #505a5f; text-align: left; padding: 3pt 6pt 3pt 0; vertical-align: top;
        word-wrap: break-word; }
      thead th { border-bottom: 1.5pt solid #0b0c0c; }
      .gone { background: #0b0c0c; color: #ffffff; padding: 0 3pt; }
      .index { list-style-type: none; margin: 0; padding: 0; }
      .index a { color: #0b0c0c; text-decoration: none; }
      .index a::after { content: leader('.') target-counter(attr(href), page); }
      """;

  private final IntPredicate drawn;
  private final StringBuilder to = new StringBuilder(1 << 14);
  private int parts;

  private PaperMarkup(IntPredicate drawn) {
    this.drawn = drawn;
  }

  /**
   * The markup of a paper.
   *
   * @param drawn whether the typeface has a drawing for a character
   */
  static String of(Paper paper, IntPredicate drawn) {
    PaperMarkup markup = new PaperMarkup(drawn);
    markup.write(paper);
    return markup.to.toString();
  }

  private void write(Paper paper) {
    to.append("<html lang=\"en-GB\"><head><title>");
    escape(paper.title());
    to.append("</title><meta name=\"description\" content=\"");
    escape(paper.about());
    to.append("\"/><style>")
        .append(STYLE.replace("string(reference)", '"' + quoted(paper.reference()) + '"'))
        .append("</style>");
    List<String> titles =
        paper.blocks().stream()
            .flatMap(block ->
                block instanceof Block.Part part
                    ? java.util.stream.Stream.of(part.title())
                    : java.util.stream.Stream.empty())
            .toList();
    to.append("<bookmarks>");
    for (int part = 0; part < titles.size(); part++) {
      to.append("<bookmark name=\"");
      escape(titles.get(part));
      to.append("\" href=\"#part-").append(part + 1).append("\"/>");
    }
    to.append("</bookmarks></head><body><h1>");
    escape(paper.title());
    to.append("</h1>");
    index(titles);
    paper.blocks().forEach(this::block);
    to.append("</body></html>");
  }

  /** Letters, digits and a few signs, which no style sheet takes for anything else. */
  private static String quoted(String reference) {
    return reference.replaceAll("[^\\p{L}\\p{Nd} /.,:-]", "");
  }

  private void index(List<String> titles) {
    if (titles.isEmpty()) {
      return;
    }
    to.append("<h2>Index</h2><ul class=\"index\">");
    for (int part = 0; part < titles.size(); part++) {
      to.append("<li><a href=\"#part-").append(part + 1).append("\">");
      escape(titles.get(part));
      to.append("</a></li>");
    }
    to.append("</ul>");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Part part -> {
        to.append("<h2 id=\"part-").append(++parts).append("\">");
        escape(part.title());
        to.append("</h2>");
      }
      case Block.Piece piece -> element("h3", piece.title());
      case Block.Paragraph paragraph -> element("p", paragraph.text());
      case Block.Facts facts -> {
        to.append("<table><tbody>");
        for (Block.Fact fact : facts.facts()) {
          to.append("<tr><th scope=\"row\">");
          escape(fact.name());
          to.append("</th>");
          element("td", fact.value());
          to.append("</tr>");
        }
        to.append("</tbody></table>");
      }
      case Block.Table table -> table(table);
    }
  }

  private void table(Block.Table table) {
    to.append("<table><caption>");
    escape(table.caption());
    to.append("</caption><thead><tr>");
    for (String column : table.columns()) {
      to.append("<th scope=\"col\">");
      escape(column);
      to.append("</th>");
    }
    to.append("</tr></thead><tbody>");
    for (List<Text> row : table.rows()) {
      to.append("<tr>");
      row.forEach(cell -> element("td", cell));
      to.append("</tr>");
    }
    to.append("</tbody></table>");
  }

  private void element(String name, Text text) {
    to.append('<').append(name).append('>');
    for (Text.Run run : text.runs()) {
      switch (run) {
        case Text.Plain plain -> escape(plain.words());
        case Text.Gone gone -> {
          to.append("<span class=\"gone\">redacted: ");
          escape(gone.reason());
          to.append("</span>");
        }
      }
    }
    to.append("</").append(name).append('>');
  }

  private void escape(String words) {
    words
        .codePoints()
        .forEach(at -> {
          switch (at) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '"' -> to.append("&quot;");
            case '\n' -> to.append("<br/>");
            case '\r', '\t' -> to.append(' ');
            default -> {
              if (drawn.test(at)) {
                to.appendCodePoint(at);
              } else if (!Character.isISOControl(at)) {
                to.append("[U+")
                    .append(Integer.toHexString(at).toUpperCase(java.util.Locale.ROOT))
                    .append(']');
              }
            }
          }
        });
  }
}
