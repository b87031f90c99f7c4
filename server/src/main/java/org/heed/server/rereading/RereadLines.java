package org.heed.server.rereading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.rulebook.Ask;
import org.heed.server.archive.Asked;
import org.heed.text.Finding;
import org.heed.text.Reading;
import org.heed.text.ReadingJson;
import org.heed.text.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a re-read: one for each report about which something else would be asked, then one
 * for each area and year, then the whole. They hold identifiers and rules, no words of a report.
 */
final class RereadLines {
  private final OutputStream out;
  private final StringBuilder line = new StringBuilder();

  RereadLines(OutputStream out) {
    this.out = out;
  }

  void report(Candidate found, Change change, Asked before, Reading reading) {
    line.append("{\"id\":");
    string(found.report().toString());
    line.append(",\"version\":").append(found.version());
    text("area", found.place().area());
    line.append(",\"year\":").append(found.place().year());
    text("change", change.word());
    optional("before", before.word());
    optional("after", reading.ask().map(Ask::word).orElse(null));
    line.append(",\"reasons\":[");
    boolean first = true;
    for (Reason reason : reading.reasons()) {
      line.append(first ? "" : ",").append("{\"rule\":");
      string(reason.rule());
      text("says", reason.says());
      line.append(",\"because\":[");
      line.append(
          because(reason, reading.findings()).stream()
              .map(concept -> {
                StringBuilder one = new StringBuilder();
                ReadingJson.string(concept, one);
                return one.toString();
              })
              .collect(Collectors.joining(",")));
      line.append("]}");
      first = false;
    }
    line.append("]}");
    end();
  }

  /** Concepts in place of findings, whose numbers mean nothing without the text; facts as are. */
  private static Set<String> because(Reason reason, List<Finding> findings) {
    Map<String, String> concepts =
        findings.stream().collect(Collectors.toMap(Finding::id, Finding::concept));
    return reason.because().stream()
        .map(one -> concepts.getOrDefault(one, one))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  void summary(Reread reread) {
    reread
        .tallies()
        .forEach((place, tally) -> {
          line.append("{\"summary\":{\"area\":");
          string(place.area());
          line.append(",\"year\":").append(place.year());
          tally(tally);
          line.append("}}");
          end();
        });
    line.append("{\"total\":{\"rulebook\":");
    string(reread.rulebook());
    text("in_force", reread.inForce());
    line.append(",\"known\":").append(reread.known());
    tally(reread.total());
    line.append(",\"withheld\":").append(reread.withheld());
    line.append(",\"triaged\":").append(reread.triaged());
    line.append("}}");
    end();
  }

  private void tally(Tally tally) {
    line.append(",\"read\":").append(tally.reports());
    line.append(",\"asked_before\":").append(tally.askedBefore());
    line.append(",\"asked_after\":").append(tally.askedAfter());
    line.append(",\"newly_prompted\":").append(tally.newly());
    line.append(",\"no_longer_prompted\":").append(tally.noLonger());
    line.append(",\"changed\":").append(tally.changed());
  }

  private void text(String name, String value) {
    line.append(",\"").append(name).append("\":");
    string(value);
  }

  private void optional(String name, @Nullable String value) {
    line.append(",\"").append(name).append("\":");
    if (value == null) {
      line.append("null");
    } else {
      string(value);
    }
  }

  private void string(String value) {
    ReadingJson.string(value, line);
  }

  private void end() {
    try {
      out.write(line.append('\n').toString().getBytes(UTF_8));
      line.setLength(0);
    } catch (IOException e) {
      throw new UncheckedIOException("the results of the re-read cannot be written", e);
    }
  }
}
