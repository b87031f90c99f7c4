package org.heed.server.inspection.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.inspection.LinkedRecord;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code inspection/linked.jte}. */
public record LinkedPage(
    Page page,
    UUID inspection,
    UUID caseFile,
    List<LinkedRecord> linked,
    Map<String, String> typed) {
  public LinkedPage {
    linked = List.copyOf(linked);
  }

  public String address() {
    return "/inspections/" + inspection + "/cases/" + caseFile + "/linked";
  }

  public List<Choice> choices() {
    return linked.stream()
        .map(one ->
            Choice.of(
                    one.id().toString(),
                    (one.kind().equals("report") ? "Report: " : "Case about a ")
                        + (one.kind().equals("report") ? Words.title(one.what()) : one.what()))
                .hint(Words.title(one.area()) + ", " + Words.date(one.on()))
                .chosen(typed.getOrDefault("record", "")))
        .toList();
  }
}
