package org.heed.server.document;

import java.util.List;
import org.heed.server.store.Coded;

/**
 * Kinds of files that are taken: nothing among them runs, and nothing of them is opened by Heed.
 */
public enum FileType implements Coded {
  PDF("PDF", "pdf"),
  JPEG("Picture (JPEG)", "jpg", "jpeg"),
  PNG("Picture (PNG)", "png"),
  WORD("Word document", "docx"),
  EXCEL("Excel workbook", "xlsx"),
  POWERPOINT("PowerPoint presentation", "pptx"),
  OPEN_TEXT("OpenDocument text", "odt"),
  OPEN_SHEET("OpenDocument spreadsheet", "ods"),
  TEXT("Text", "txt", "csv"),
  MP3("Sound (MP3)", "mp3"),
  WAV("Sound (WAV)", "wav"),
  MP4("Film or sound (MP4)", "mp4", "m4a", "m4v");

  private final String title;
  private final String endings;

  FileType(String title, String... endings) {
    this.title = title;
    this.endings = String.join(",", endings);
  }

  @Override
  public String title() {
    return title;
  }

  /** How the names of such files end, without the dot. */
  public List<String> endings() {
    return List.of(endings.split(","));
  }

  /** The one with a code. */
  public static FileType parse(String code) {
    return Coded.parse(values(), code, "type");
  }
}
