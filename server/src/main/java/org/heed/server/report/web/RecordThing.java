package org.heed.server.report.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportFile;
import org.heed.server.web.Choice;
import org.heed.server.web.FormErrors;

/**
 * One place, vehicle, phone or account of a report's form as typed.
 *
 * @param was the mention that an amendment puts right; empty: something new
 * @param known what is meant of those offered, {@code none}, or empty
 * @param offered those offered, separated by commas
 */
public record RecordThing(
    String kind, String written, String detail, String was, String known, String offered) {

  /** A draft kept from before has no such thing. */
  @SuppressWarnings("ConstantValue") // what reads drafts knows nothing of nulls
  public RecordThing {
    was = Objects.requireNonNullElse(was, "");
    known = Objects.requireNonNullElse(known, "");
    offered = Objects.requireNonNullElse(offered, "");
  }

  /** Nothing typed. */
  static RecordThing empty() {
    return new RecordThing(ThingKind.PLACE.code(), "", "", "", "", "");
  }

  /** From the fields of the {@code number}-th thing, from 1. */
  static RecordThing of(Map<String, String> fields, int number) {
    return new RecordThing(
        fields.getOrDefault(field(number, "kind"), ThingKind.PLACE.code()),
        fields.getOrDefault(field(number, "written"), ""),
        fields.getOrDefault(field(number, "detail"), ""),
        fields.getOrDefault(field(number, "was"), ""),
        fields.getOrDefault(field(number, "known"), ""),
        fields.getOrDefault(field(number, "offered"), ""));
  }

  /** As a report has it. */
  static RecordThing of(ReportFile.Thing thing) {
    return new RecordThing(
        thing.kind().code(),
        thing.written(),
        Objects.requireNonNullElse(thing.detail(), ""),
        thing.id().toString(),
        "",
        "");
  }

  /** The name of a field of the {@code number}-th thing. */
  public static String field(int number, String what) {
    return "thing-" + number + "-" + what;
  }

  boolean isEmpty() {
    return written.isBlank();
  }

  FormErrors errors(FormErrors errors, int number) {
    FormErrors all = errors;
    if (Stream.of(ThingKind.values()).noneMatch(one -> one.code().equals(kind))) {
      all = all.and(field(number, "kind"), "Select what it is from the list");
    }
    return isEmpty() && !detail.isBlank()
        ? all.and(field(number, "written"), "Enter the address, plate, number or account name")
        : all;
  }

  /** What it says, once it has no errors. */
  NewThing thing() {
    return new NewThing(
        ThingKind.parse(kind), written.strip(), detail.isBlank() ? null : detail.strip(), null);
  }

  /** What somebody chose of those offered; empty where nothing is. */
  String chosen() {
    return known.equals(RecordPerson.NONE) ? "" : known;
  }

  /** Those offered, of which somebody said that none is meant. */
  List<String> refused() {
    return known.equals(RecordPerson.NONE) && !offered.isBlank()
        ? Arrays.asList(offered.split(",", -1))
        : List.of();
  }

  /** What it can be. */
  public List<Choice> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (ThingKind one : ThingKind.values()) {
      kinds.put(one.code(), one.title());
    }
    return Choice.list(kinds, Set.of(kind));
  }

  /** Nothing: it can be personal. */
  @Override
  public String toString() {
    return "RecordThing[hidden]";
  }
}
