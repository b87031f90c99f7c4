package org.heed.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of thing that gets reported, with the sentences it can be told in.
 *
 * @param topic what it truly is
 * @param kinds kinds of report it comes in as
 * @param hit whether its narrative must express an indicator plainly
 * @param visibility how easily a reader sees exploitation in it, 0 to 1
 * @param offences offence codes it can be recorded as; empty where the victim's age decides, and
 *     {@code none} where it is no crime
 */
record Situation(
    String id,
    Topic topic,
    Set<ReportKind> kinds,
    boolean hit,
    double visibility,
    double weight,
    List<String> agencies,
    List<String> offences,
    Map<String, List<Line>> sections) {

  /**
   * One line of a section.
   *
   * @param agency who told the force, where an opening says so; empty otherwise
   * @param scene the line goes only with openings of the same scene; empty for any
   * @param group at most one line of a group is used; empty for none
   */
  record Line(String agency, String scene, String group, Template template) {}

  List<Line> section(String name) {
    return sections.getOrDefault(name, List.of());
  }
}
