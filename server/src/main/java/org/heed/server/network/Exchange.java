package org.heed.server.network;

/** A form in which a network is taken to another program. */
public enum Exchange {
  LINES("lines.csv", "The table above (CSV)", "text/csv;charset=UTF-8"),
  POLE_JSON("pole.json", "People, objects, locations and events (POLE, JSON)", "application/json"),
  POLE_CSV(
      "pole.csv", "People, objects, locations and events (POLE, CSV)", "text/csv;charset=UTF-8"),
  CASE("case.jsonld", "CASE/UCO (JSON-LD)", "application/ld+json"),
  I2("i2.csv", "Rows for a chart in i2 (CSV)", "text/csv;charset=UTF-8"),
  I2_SPECIFICATION(
      "i2-specification.json",
      "What the columns of that file become in a chart",
      "application/json");

  private final String file;
  private final String title;
  private final String type;

  Exchange(String file, String title, String type) {
    this.file = file;
    this.title = title;
    this.type = type;
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** As people see it. */
  public String title() {
    return title;
  }

  /** The media type. */
  public String type() {
    return type;
  }
}
