package org.heed.server.tellus;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.heed.server.SettingsFile;
import org.heed.server.StartFailure;
import org.heed.server.web.Words;

/**
 * What whoever runs Heed says of its reading: the file {@code tell-us.properties} of the data
 * folder. Without it nothing is promised.
 *
 * @param duty who owns what comes, by the name they sign in with; else whoever has least of the hub
 * @param helplines who else one can turn to, each a name and how
 * @param leaveTo where <i>Exit this page</i> goes
 */
public record TellUsSettings(
    ReadingHours hours, Optional<String> duty, List<Helpline> helplines, String leaveTo) {
  private static final String FILE = "tell-us.properties";
  private static final String WEATHER = "https://www.bbc.co.uk/weather";
  private static final List<Helpline> USUAL =
      List.of(
          new Helpline("Childline", "0800 1111, free, day and night, for anyone under 19"),
          new Helpline("The police, when it is not urgent", "101"));

  public TellUsSettings {
    helplines = List.copyOf(helplines);
  }

  /** Somebody else who helps. */
  public record Helpline(String name, String how) {}

  /**
   * Those of a data folder.
   *
   * @param holidays days on which the hours do not hold
   * @throws StartFailure naming the line that cannot be read
   */
  public static TellUsSettings in(Path data, Set<LocalDate> holidays) {
    return of(SettingsFile.read(data, FILE), holidays);
  }

  static TellUsSettings of(Properties said, Set<LocalDate> holidays) {
    Map<DayOfWeek, ReadingHours.Hours> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = "hours." + day.name().toLowerCase(Locale.ROOT);
      String hours = said.getProperty(name, "").strip();
      if (!hours.isEmpty()) {
        days.put(day, hours(name, hours));
      }
    }
    boolean always = "open".equals(said.getProperty("holidays", "closed").strip());
    List<Helpline> helplines = new ArrayList<>();
    for (int number = 1; said.containsKey("help." + number); number++) {
      String[] parts = said.getProperty("help." + number).split(":", 2);
      helplines.add(new Helpline(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip()));
    }
    return new TellUsSettings(
        new ReadingHours(days, always ? Set.of() : holidays, Words.LONDON),
        Optional.ofNullable(said.getProperty("duty")).map(String::strip).filter(s -> !s.isEmpty()),
        helplines.isEmpty() ? USUAL : helplines,
        said.getProperty("leave-to", WEATHER).strip());
  }

  private static ReadingHours.Hours hours(String name, String written) {
    String[] ends = written.split("-", -1);
    try {
      if (ends.length == 2) {
        String end = ends[1].strip();
        return new ReadingHours.Hours(
            LocalTime.parse(ends[0].strip()),
            end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw unreadable(name, e);
    }
    throw unreadable(name, null);
  }

  private static StartFailure unreadable(
      String name, @org.jspecify.annotations.Nullable Exception cause) {
    return new StartFailure(
        "In " + FILE + ", write " + name + " as 08:00-18:00, or until 24:00.", cause);
  }
}
