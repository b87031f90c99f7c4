package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.Area;
import org.heed.rulebook.Counting;
import org.heed.rulebook.Definition;
import org.heed.rulebook.GroupDefinition;
import org.heed.rulebook.OffenceClass;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Where;

/**
 * Definitions, counting rules, areas, standards, calendars, groups and criteria of inspections as
 * bytes, in this order.
 */
final class RulesCodec {
  private static final Where NOWHERE = new Where("compiled", 1);

  private RulesCodec() {}

  static void write(Rulebook rulebook, DataOutputStream out) throws IOException {
    out.writeInt(rulebook.definitions().size());
    for (Definition definition : rulebook.definitions()) {
      out.writeUTF(definition.id());
      out.writeUTF(definition.title());
      out.writeUTF(definition.text());
      out.writeUTF(definition.source());
      out.writeInt(definition.elements().size());
      for (Definition.Element element : definition.elements()) {
        out.writeUTF(element.id());
        out.writeUTF(element.title());
        out.writeUTF(element.text());
        write(element.anyOf(), out);
      }
    }
    write(rulebook.counting(), out);
    out.writeInt(rulebook.areas().size());
    for (Area area : rulebook.areas()) {
      out.writeUTF(area.id());
      out.writeUTF(area.title());
      out.writeUTF(area.kind());
      write(area.code(), out);
      write(area.in(), out);
      write(area.nation(), out);
      write(area.calendar(), out);
    }
    StandardsCodec.write(rulebook.standards(), out);
    StandardsCodec.writeCalendars(rulebook.calendars(), out);
    out.writeInt(rulebook.groups().size());
    for (GroupDefinition group : rulebook.groups()) {
      out.writeUTF(group.id());
      out.writeUTF(group.version());
      out.writeUTF(group.title());
      out.writeUTF(group.says());
      out.writeUTF(group.source());
      out.writeInt(group.suspects());
      out.writeInt(group.children());
      out.writeInt(group.reports());
      write(group.through(), out);
    }
    InspectionCodec.write(rulebook.inspections(), out);
    InspectionCodec.writeAreas(rulebook.protectionAreas(), out);
    out.writeInt(rulebook.namedForDays());
    PatternsCodec.write(rulebook.patterns(), out);
    OutcomesCodec.write(rulebook.outcomes(), out);
    GradesCodec.write(rulebook.grades(), out);
    LimitsCodec.write(rulebook.limits(), out);
  }

  static List<GroupDefinition> groups(DataInputStream in) throws IOException {
    List<GroupDefinition> groups = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      groups.add(
          new GroupDefinition(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              in.readInt(),
              in.readInt(),
              in.readInt(),
              texts(in),
              NOWHERE));
    }
    return groups;
  }

  private static void write(Counting counting, DataOutputStream out) throws IOException {
    out.writeInt(counting.principles().size());
    for (Counting.Principle principle : counting.principles()) {
      out.writeUTF(principle.id());
      out.writeUTF(principle.says());
      out.writeUTF(principle.source());
    }
    write(counting.principalCrime(), out);
    write(counting.apart(), out);
    out.writeInt(counting.classes().size());
    for (OffenceClass offence : counting.classes()) {
      out.writeUTF(offence.code());
      out.writeUTF(offence.title());
      out.writeUTF(offence.group());
      out.writeUTF(offence.cse().name());
      out.writeBoolean(offence.childVictim());
      out.writeBoolean(offence.victimless());
      write(offence.from().map(LocalDate::toString), out);
      write(offence.to().map(LocalDate::toString), out);
      out.writeUTF(offence.source());
    }
    CountingCodec.write(counting.rules(), out);
  }

  static List<Definition> definitions(DataInputStream in) throws IOException {
    List<Definition> definitions = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      definitions.add(
          new Definition(
              in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), elements(in), NOWHERE));
    }
    return definitions;
  }

  private static List<Definition.Element> elements(DataInputStream in) throws IOException {
    List<Definition.Element> elements = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      elements.add(new Definition.Element(in.readUTF(), in.readUTF(), in.readUTF(), optional(in)));
    }
    return elements;
  }

  static Counting counting(DataInputStream in) throws IOException {
    List<Counting.Principle> principles = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      principles.add(new Counting.Principle(in.readUTF(), in.readUTF(), in.readUTF(), NOWHERE));
    }
    List<String> principalCrime = texts(in);
    List<String> apart = texts(in);
    List<OffenceClass> classes = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      classes.add(
          new OffenceClass(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              OffenceClass.Bearing.valueOf(in.readUTF()),
              in.readBoolean(),
              in.readBoolean(),
              optional(in).map(LocalDate::parse),
              optional(in).map(LocalDate::parse),
              in.readUTF(),
              NOWHERE));
    }
    return new Counting(
        principles, principalCrime, new HashSet<>(apart), classes, CountingCodec.read(in));
  }

  static List<Area> areas(DataInputStream in) throws IOException {
    List<Area> areas = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      areas.add(
          new Area(
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              optional(in),
              optional(in),
              optional(in),
              optional(in),
              NOWHERE));
    }
    return areas;
  }

  static void write(Collection<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  static void write(Optional<String> text, DataOutputStream out) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      out.writeUTF(text.get());
    }
  }

  static Optional<String> optional(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
  }
}
