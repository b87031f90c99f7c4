package org.heed.text;

import java.util.List;

/** Writes a reading as the one JSON object that {@code docs/contracts.md} describes. */
public final class ReadingJson {
  private final StringBuilder out;

  private ReadingJson(StringBuilder out) {
    this.out = out;
  }

  /** Appends the reading to {@code out}, on one line and without a line end. */
  public static void write(Reading reading, StringBuilder out) {
    new ReadingJson(out).reading(reading);
  }

  /** Appends a JSON string, quotes included. */
  public static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || c == '\u2028' || c == '\u2029') {
            out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private void reading(Reading reading) {
    out.append('{');
    text("id", reading.id()).append(",\"ask\":");
    reading.ask().ifPresentOrElse(ask -> string(ask.word(), out), () -> out.append("null"));
    out.append(',');
    text("rulebook", reading.rulebook().toString()).append(",\"reasons\":[");
    list(reading.reasons(), this::reason);
    out.append("],\"findings\":[");
    list(reading.findings(), this::finding);
    out.append("],\"language\":[");
    list(reading.language(), this::note);
    out.append(']');
    if (reading.malformed() > 0) {
      out.append(",\"malformed\":").append(reading.malformed());
    }
    out.append('}');
  }

  private void reason(Reason reason) {
    out.append('{');
    text("rule", reason.rule()).append(",\"because\":[");
    list(reason.because(), each -> string(each, out));
    out.append("],");
    text("says", reason.says()).append('}');
  }

  private void finding(Finding f) {
    out.append('{');
    text("id", f.id()).append(',');
    text("concept", f.concept()).append(',');
    text("family", f.family().word());
    span(f.start(), f.end());
    out.append(',');
    text("text", f.text());
    flag("negated", f.negated());
    flag("possible", f.possible());
    flag("hypothetical", f.hypothetical());
    flag("historical", f.historical());
    flag("reported", f.reported());
    out.append(',');
    text("subject", f.subject().word());
    flag("quoted", f.quoted());
    out.append(",\"cues\":[");
    list(f.cues(), this::cue);
    out.append(']');
    if (!f.spared().isEmpty()) {
      out.append(",\"spared\":[");
      list(f.spared(), this::spared);
      out.append(']');
    }
    out.append('}');
  }

  private void spared(Spared cue) {
    out.append("{\"start\":").append(cue.start()).append(",\"end\":").append(cue.end()).append(',');
    text("kind", cue.kind().word()).append(',');
    text("by", cue.by().word());
    if (cue.byEnd() > 0) {
      out.append(",\"by_start\":").append(cue.byStart()).append(",\"by_end\":").append(cue.byEnd());
    }
    out.append('}');
  }

  private void cue(CueSpan cue) {
    out.append("{\"start\":").append(cue.start()).append(",\"end\":").append(cue.end()).append(',');
    text("kind", cue.kind().word()).append(',');
    text("scope", cue.scope().word());
    if (!cue.rule().isEmpty()) {
      out.append(',');
      text("rule", cue.rule());
    }
    out.append('}');
  }

  private void note(LanguageNote note) {
    out.append("{\"start\":").append(note.start()).append(",\"end\":").append(note.end());
    out.append(',');
    text("text", note.text()).append(',');
    text("suggest", note.suggest()).append(',');
    text("source", note.source()).append('}');
  }

  private void span(int start, int end) {
    out.append(",\"start\":").append(start).append(",\"end\":").append(end);
  }

  private void flag(String name, boolean value) {
    out.append(",\"").append(name).append("\":").append(value);
  }

  private StringBuilder text(String name, String value) {
    out.append('"').append(name).append("\":");
    string(value, out);
    return out;
  }

  private <T> void list(List<T> items, java.util.function.Consumer<T> write) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      write.accept(items.get(i));
    }
  }
}
