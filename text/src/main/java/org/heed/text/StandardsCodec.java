package org.heed.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Period;
import org.heed.rulebook.Standard;
import org.heed.rulebook.Where;

/** Standards, without their examples, and calendars as bytes. */
final class StandardsCodec {
  private static final Where NOWHERE = new Where("compiled", 1);
  private static final int UNSAID = -1;

  private StandardsCodec() {}

  static void write(List<Standard> standards, DataOutputStream out) throws IOException {
    out.writeInt(standards.size());
    for (Standard standard : standards) {
      out.writeUTF(standard.id());
      out.writeUTF(standard.version());
      out.writeUTF(standard.inForce().toString());
      out.writeUTF(standard.title());
      out.writeUTF(standard.says());
      out.writeUTF(standard.source());
      out.writeUTF(standard.basis().name());
      RulesCodec.write(standard.checked().map(LocalDate::toString), out);
      RulesCodec.write(standard.applies().nations(), out);
      out.writeInt(standard.applies().ageFrom().orElse(UNSAID));
      out.writeInt(standard.applies().ageTo().orElse(UNSAID));
      RulesCodec.write(standard.starts().kinds(), out);
      out.writeInt(standard.starts().times());
      out.writeInt(standard.starts().withinDays());
      RulesCodec.write(standard.starts().from(), out);
      RulesCodec.write(standard.starts().each(), out);
      RulesCodec.write(standard.metBy(), out);
      out.writeBoolean(standard.before());
      out.writeBoolean(standard.aboutChild());
      out.writeBoolean(standard.named());
      write(Optional.of(standard.within()), out);
      write(standard.again(), out);
      RulesCodec.write(standard.notDone(), out);
      RulesCodec.write(standard.ends(), out);
      out.writeInt(standard.pauses().size());
      for (Standard.Pause pause : standard.pauses()) {
        out.writeUTF(pause.from());
        out.writeUTF(pause.to());
      }
      write(standard.warn(), out);
      write(Optional.of(standard.escalate().after()), out);
      out.writeUTF(standard.escalate().to().name());
      out.writeBoolean(standard.danger());
      out.writeBoolean(standard.beforeClosing());
    }
  }

  static List<Standard> standards(DataInputStream in) throws IOException {
    List<Standard> standards = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      standards.add(
          new Standard(
              in.readUTF(),
              in.readUTF(),
              LocalDate.parse(in.readUTF()),
              in.readUTF(),
              in.readUTF(),
              in.readUTF(),
              Standard.Basis.valueOf(in.readUTF()),
              RulesCodec.optional(in).map(LocalDate::parse),
              new Standard.Applies(Set.copyOf(RulesCodec.texts(in)), age(in), age(in)),
              new Standard.Start(
                  Set.copyOf(RulesCodec.texts(in)),
                  in.readInt(),
                  in.readInt(),
                  Set.copyOf(RulesCodec.texts(in)),
                  Set.copyOf(RulesCodec.texts(in))),
              Set.copyOf(RulesCodec.texts(in)),
              in.readBoolean(),
              in.readBoolean(),
              in.readBoolean(),
              needed(in),
              period(in),
              Set.copyOf(RulesCodec.texts(in)),
              Set.copyOf(RulesCodec.texts(in)),
              pauses(in),
              period(in),
              new Standard.Escalation(needed(in), Standard.To.valueOf(in.readUTF())),
              in.readBoolean(),
              in.readBoolean(),
              List.of(),
              NOWHERE));
    }
    return standards;
  }

  static Period needed(DataInputStream in) throws IOException {
    return period(in).orElseThrow(() -> new IOException("a standard without a deadline"));
  }

  private static OptionalInt age(DataInputStream in) throws IOException {
    int age = in.readInt();
    return age == UNSAID ? OptionalInt.empty() : OptionalInt.of(age);
  }

  private static List<Standard.Pause> pauses(DataInputStream in) throws IOException {
    List<Standard.Pause> pauses = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      pauses.add(new Standard.Pause(in.readUTF(), in.readUTF()));
    }
    return pauses;
  }

  static void write(Optional<Period> period, DataOutputStream out) throws IOException {
    out.writeBoolean(period.isPresent());
    if (period.isPresent()) {
      out.writeInt(period.get().amount());
      out.writeUTF(period.get().unit().name());
    }
  }

  static Optional<Period> period(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(new Period(in.readInt(), Period.Unit.valueOf(in.readUTF())))
        : Optional.empty();
  }

  static void writeCalendars(List<HolidayCalendar> calendars, DataOutputStream out)
      throws IOException {
    out.writeInt(calendars.size());
    for (HolidayCalendar calendar : calendars) {
      out.writeUTF(calendar.id());
      out.writeUTF(calendar.title());
      out.writeUTF(calendar.zone().getId());
      out.writeUTF(calendar.from().toString());
      out.writeUTF(calendar.to().toString());
      out.writeInt(calendar.holidays().size());
      for (Map.Entry<LocalDate, String> holiday : calendar.holidays().entrySet()) {
        out.writeUTF(holiday.getKey().toString());
        out.writeUTF(holiday.getValue());
      }
      out.writeUTF(calendar.source());
    }
  }

  static List<HolidayCalendar> calendars(DataInputStream in) throws IOException {
    List<HolidayCalendar> calendars = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      String id = in.readUTF();
      String title = in.readUTF();
      ZoneId zone = ZoneId.of(in.readUTF());
      LocalDate from = LocalDate.parse(in.readUTF());
      LocalDate to = LocalDate.parse(in.readUTF());
      TreeMap<LocalDate, String> holidays = new TreeMap<>();
      for (int days = in.readInt(); days > 0; days--) {
        holidays.put(LocalDate.parse(in.readUTF()), in.readUTF());
      }
      calendars.add(
          new HolidayCalendar(id, title, zone, from, to, holidays, in.readUTF(), NOWHERE));
    }
    return calendars;
  }
}
