package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heed.server.inspection.Grading.Passage;
import org.heed.server.report.ReportFile;
import org.heed.server.safeguarding.CaseStory;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.web.Words;

/**
 * Finds words that a grader copied from the record, where they stand in it: a passage is cited word
 * for word or not at all.
 */
final class Citations {
  private final List<Text> texts = new ArrayList<>();

  private record Text(UUID record, String source, String words) {}

  /** The texts of a case: its reports first, then what happened in it, the newest first. */
  Citations(CaseView view, List<ReportFile> reports) {
    for (ReportFile report : reports) {
      texts.add(
          new Text(
              report.id(),
              "Report " + report.reference() + ", version " + report.version(),
              report.narrative()));
    }
    UUID id = view.file().id();
    texts.add(new Text(id, "Why the case was opened", view.file().reason()));
    for (CaseStory.Item item : CaseStory.of(view)) {
      String source = "The case, " + Words.dateTime(item.at());
      texts.add(new Text(id, source, item.title()));
      item.lines().forEach(line -> texts.add(new Text(id, source + ", " + item.title(), line)));
    }
  }

  /** Where words stand; white space counts for nothing. Empty where they stand nowhere. */
  Optional<Passage> find(String criterion, String words) {
    Pattern pattern =
        Pattern.compile(
            Pattern.compile("\\s+")
                .splitAsStream(words.strip())
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    for (Text text : texts) {
      Matcher matcher = pattern.matcher(text.words());
      if (matcher.find()) {
        int start = text.words().codePointCount(0, matcher.start());
        return Optional.of(
            new Passage(
                criterion,
                text.record(),
                text.source(),
                start,
                start + matcher.group().codePointCount(0, matcher.group().length()),
                matcher.group()));
      }
    }
    return Optional.empty();
  }
}
