package org.heed.figures.runoff;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The dengue line list of Puerto Rico, 1990 to 2010: weeks of onset and of report. */
final class Dengue {
  static final String FILE = "delay-linelists/dengue-puerto-rico-1990-2010-linelist.csv.gz";

  private Dengue() {}

  static List<Nowcast.Event> read(BufferedReader reader) throws IOException {
    List<Nowcast.Event> events = new ArrayList<>();
    reader.readLine();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] cells = line.replace("\"", "").split(",");
      events.add(new Nowcast.Event(LocalDate.parse(cells[0]), LocalDate.parse(cells[1])));
    }
    return events;
  }
}
