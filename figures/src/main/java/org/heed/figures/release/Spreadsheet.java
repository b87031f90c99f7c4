package org.heed.figures.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (ECMA-376) as the guidance on accessible spreadsheets asks: a cover sheet, then one
 * marked table a sheet with its title, its notes and no empty or merged cell. Stored without
 * compression and with one fixed date, so that it has the same bytes everywhere.
 */
final class Spreadsheet {
  private static final LocalDateTime ZIP_BEGAN = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKED =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final int LONGEST_NAME = 31;

  private Spreadsheet() {}

  static byte[] of(Release release) {
    Map<String, String> parts = new LinkedHashMap<>();
    int tables = release.tables().size();
    parts.put("[Content_Types].xml", types(tables));
    parts.put(
        "_rels/.rels", relations(List.of(relation("rId1", "officeDocument", "xl/workbook.xml"))));
    parts.put("xl/workbook.xml", workbook(release));
    List<String> links = new ArrayList<>();
    for (int i = 1; i <= tables + 1; i++) {
      links.add(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    links.add(relation("rId" + (tables + 2), "styles", "styles.xml"));
    parts.put("xl/_rels/workbook.xml.rels", relations(links));
    parts.put("xl/styles.xml", styles());
    parts.put("xl/worksheets/sheet1.xml", cover(release));
    for (int i = 0; i < tables; i++) {
      ReleaseTable table = release.tables().get(i);
      String number = Integer.toString(i + 1);
      parts.put("xl/worksheets/sheet" + (i + 2) + ".xml", sheet(table));
      parts.put(
          "xl/worksheets/_rels/sheet" + (i + 2) + ".xml.rels",
          relations(List.of(relation("rId1", "table", "../tables/table" + number + ".xml"))));
      parts.put("xl/tables/table" + number + ".xml", table(table, i + 1));
    }
    return zip(parts);
  }

  private static String types(int tables) {
    StringBuilder types =
        new StringBuilder(HEAD)
            .append(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .append("<Default Extension=\"rels\" ContentType=\"application/")
            .append("vnd.openxmlformats-package.relationships+xml\"/>")
            .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    type(types, "/xl/workbook.xml", "sheet.main+xml");
    type(types, "/xl/styles.xml", "styles+xml");
    for (int i = 1; i <= tables + 1; i++) {
      type(types, "/xl/worksheets/sheet" + i + ".xml", "worksheet+xml");
    }
    for (int i = 1; i <= tables; i++) {
      type(types, "/xl/tables/table" + i + ".xml", "table+xml");
    }
    return types.append("</Types>").toString();
  }

  private static void type(StringBuilder types, String part, String kind) {
    types
        .append("<Override PartName=\"")
        .append(part)
        .append("\" ContentType=\"")
        .append(TYPES)
        .append(kind)
        .append("\"/>");
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + LINKS
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String relations(List<String> links) {
    return HEAD
        + "<Relationships xmlns=\""
        + PACKED
        + "\">"
        + String.join("", links)
        + "</Relationships>";
  }

  private static String workbook(Release release) {
    StringBuilder book =
        new StringBuilder(HEAD)
            .append("<workbook xmlns=\"")
            .append(MAIN)
            .append("\" xmlns:r=\"")
            .append(LINKS)
            .append("\"><sheets><sheet name=\"Cover\" sheetId=\"1\" r:id=\"rId1\"/>");
    for (int i = 0; i < release.tables().size(); i++) {
      String name = (i + 1) + "-" + release.tables().get(i).name();
      book.append("<sheet name=\"")
          .append(name, 0, Math.min(LONGEST_NAME, name.length()))
          .append("\" sheetId=\"")
          .append(i + 2)
          .append("\" r:id=\"rId")
          .append(i + 2)
          .append("\"/>");
    }
    return book.append("</sheets></workbook>").toString();
  }

  /** Plain, and bold for titles. */
  private static String styles() {
    return HEAD
        + "<styleSheet xmlns=\""
        + MAIN
        + "\"><fonts count=\"2\"><font><sz val=\"12\"/><name val=\"Arial\"/></font>"
        + "<font><b/><sz val=\"14\"/><name val=\"Arial\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
        + "</cellStyleXfs><cellXfs count=\"2\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
        + "</cellStyles></styleSheet>";
  }

  private static String cover(Release release) {
    List<String> lines = new ArrayList<>(release.basis());
    lines.add("This workbook has one table on each of the sheets after this one.");
    StringBuilder rows = new StringBuilder();
    row(rows, 1, List.of(text("A1", release.title(), true)));
    for (int i = 0; i < lines.size(); i++) {
      row(rows, i + 2, List.of(text("A" + (i + 2), lines.get(i), false)));
    }
    return worksheet(rows, "");
  }

  private static String sheet(ReleaseTable table) {
    StringBuilder rows = new StringBuilder();
    row(rows, 1, List.of(text("A1", table.title(), true)));
    row(rows, 2, List.of(text("A2", "This worksheet contains one table.", false)));
    int number = 3;
    for (String note : table.notes()) {
      row(rows, number, List.of(text("A" + number, note, false)));
      number++;
    }
    List<String> header = new ArrayList<>();
    for (String name : header(table)) {
      header.add(text(column(header.size()) + number, name, true));
    }
    row(rows, number, header);
    for (ReleaseTable.Row each : table.rows()) {
      number++;
      List<String> cells = new ArrayList<>();
      for (String label : each.labels()) {
        cells.add(text(column(cells.size()) + number, label, false));
      }
      String at = column(cells.size()) + number;
      cells.add(
          each.count() == null
              ? text(at, each.shown(), false)
              : "<c r=\"" + at + "\"><v>" + each.count() + "</v></c>");
      row(rows, number, cells);
    }
    return worksheet(rows, "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
  }

  private static String table(ReleaseTable table, int number) {
    List<String> header = header(table);
    int first = table.notes().size() + 3;
    StringBuilder text =
        new StringBuilder(HEAD)
            .append("<table xmlns=\"")
            .append(MAIN)
            .append("\" id=\"")
            .append(number)
            .append("\" name=\"table_")
            .append(number)
            .append("\" displayName=\"table_")
            .append(number)
            .append("\" ref=\"A")
            .append(first)
            .append(':')
            .append(column(header.size() - 1))
            .append(first + table.rows().size())
            .append("\" totalsRowShown=\"0\"><tableColumns count=\"")
            .append(header.size())
            .append("\">");
    for (int i = 0; i < header.size(); i++) {
      text.append("<tableColumn id=\"")
          .append(i + 1)
          .append("\" name=\"")
          .append(Xml.text(header.get(i)))
          .append("\"/>");
    }
    return text.append("</tableColumns></table>").toString();
  }

  private static List<String> header(ReleaseTable table) {
    List<String> header = new ArrayList<>(table.dimensions());
    header.add("Number of " + table.unit());
    return header;
  }

  private static String worksheet(StringBuilder rows, String after) {
    return HEAD
        + "<worksheet xmlns=\""
        + MAIN
        + "\" xmlns:r=\""
        + LINKS
        + "\"><sheetData>"
        + rows
        + "</sheetData>"
        + after
        + "</worksheet>";
  }

  private static void row(StringBuilder rows, int number, List<String> cells) {
    rows.append("<row r=\"").append(number).append("\">");
    cells.forEach(rows::append);
    rows.append("</row>");
  }

  private static String text(String at, String text, boolean title) {
    return "<c r=\""
        + at
        + "\" t=\"inlineStr\""
        + (title ? " s=\"1\"" : "")
        + "><is><t xml:space=\"preserve\">"
        + Xml.text(text)
        + "</t></is></c>";
  }

  private static String column(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(ZIP_BEGAN);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
