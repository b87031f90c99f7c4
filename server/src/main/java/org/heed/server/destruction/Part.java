package org.heed.server.destruction;

/** What goes with a report, as people see it: each a few tables of the record. */
public enum Part {
  REPORT("The report, its versions and its words"),
  NAMED("People as it names them"),
  PEOPLE("People whom nothing else speaks of"),
  THINGS("Places, vehicles, phones and accounts"),
  DECISIONS("Decisions on it, and the operation it belongs to"),
  CRIMES("Crimes, and what became of them"),
  READING("What was found in its words, and its reviews"),
  DOCUMENTS("Documents attached to it"),
  TOLD("The message that it came from"),
  ACCESS("Who might open it, and why somebody did"),
  PATTERNS("Patterns, groups and decisions on suspected children that rest on it"),
  PAPERS("Papers made of cases that were about it, and for people it means; its lines in packs"),
  QUOTED(
      "Where it was quoted by an inspection, audited, or decided on for a court or somebody who"
          + " asked");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** The part that a table is of. */
  static Part of(String table) {
    return switch (table) {
      case "report", "report_version", "narrative" -> REPORT;
      case "mention", "mention_person", "tie" -> NAMED;
      case "person", "person_version", "person_token", "identity_decision" -> PEOPLE;
      case "thing_mention", "thing_piece", "mention_thing", "thing" -> THINGS;
      case "flag", "report_operation", "retention_review", "report_hold" -> DECISIONS;
      case "crime", "crime_state", "crime_outcome" -> CRIMES;
      case "reading", "finding", "prompt", "advice", "review_draw", "triage" -> READING;
      case "document", "document_part", "document_scan", "document_state" -> DOCUMENTS;
      case "message", "message_step", "report_contact" -> TOLD;
      case "restriction", "opening" -> ACCESS;
      case "pattern",
          "pattern_report",
          "pattern_decision",
          "group_decision",
          "group_suspect",
          "group_report",
          "suspected_asked",
          "suspected_decision",
          "suspected_decided" ->
          PATTERNS;
      case "paper_file", "pack_item" -> PAPERS;
      case "subject_decision", "disclosure_decision", "inspection_passage", "recording_audited" ->
          QUOTED;
      default -> throw new IllegalArgumentException("no part has the table " + table);
    };
  }
}
