package org.heed.figures.release;

/** The release as one page that needs nothing else. */
final class PageText {
  private PageText() {}

  static String of(Release release) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(Xml.text(release.title()))
        .append("</title>\n<style>body{font-family:sans-serif;max-width:50em;margin:2em auto;")
        .append("padding:0 1em;line-height:1.5}table{border-collapse:collapse}caption{text-align:")
        .append(
            "left;font-weight:bold}th,td{border-bottom:1px solid #505a5f;padding:.3em 1em .3em 0;")
        .append("text-align:left}td.n{text-align:right}</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(Xml.text(release.title()))
        .append("</h1>\n<ul>\n");
    release.basis().forEach(line -> item(page, line));
    page.append("</ul>\n");
    for (ReleaseTable table : release.tables()) {
      table(page, table);
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void table(StringBuilder page, ReleaseTable table) {
    page.append("<h2>").append(Xml.text(table.title())).append("</h2>\n<ul>\n");
    table.notes().forEach(note -> item(page, note));
    page.append("</ul>\n<p><a href=\"").append(table.name()).append(".csv\">CSV</a></p>\n");
    page.append("<table>\n<caption>")
        .append(Xml.text(table.title()))
        .append("</caption>\n<thead><tr>");
    for (String dimension : table.dimensions()) {
      page.append("<th scope=\"col\">").append(Xml.text(dimension)).append("</th>");
    }
    page.append("<th scope=\"col\">Number of ")
        .append(Xml.text(table.unit()))
        .append("</th></tr></thead>\n<tbody>\n");
    for (ReleaseTable.Row row : table.rows()) {
      page.append("<tr>");
      for (String label : row.labels()) {
        page.append("<th scope=\"row\">").append(Xml.text(label)).append("</th>");
      }
      page.append("<td class=\"n\">").append(row.shown()).append("</td></tr>\n");
    }
    page.append("</tbody>\n</table>\n");
  }

  private static void item(StringBuilder page, String text) {
    page.append("<li>").append(Xml.text(text)).append("</li>\n");
  }
}
