package org.heed.server.rulebook.web;

import java.util.Set;
import org.heed.server.web.FormErrors;

/**
 * A file that somebody adds to the rulebook.
 *
 * @param folder what it will hold: {@code indicators} or {@code counting}
 * @param name without folder and ending
 */
record NewRulebookFile(String folder, String name) {
  private static final Set<String> FOLDERS = Set.of("indicators", "counting");
  private static final String CONCEPTS =
      """
      # yaml-language-server: $schema=../../../rulebook/src/main/resources/schemas/indicators.schema.json
      concepts:
        - id: NAME
          family: vulnerability
          title: What it is, in a few words
          source: Where it comes from
          phrases:
            - words to find
          match:
            - A sentence in which it is found, with words to find.
          no_match:
            - A sentence in which it is not.
      """;
  private static final String RULE =
      """
      # yaml-language-server: $schema=../../../rulebook/src/main/resources/schemas/counting-rule.schema.json
      id: NAME
      version: "its version in the source"
      in_force: 2026-04-01
      source: Where it comes from, with the page
      says: What it says, in a sentence.
      kind: each
      each: victim
      examples:
        - about: What happened.
          offences:
            - {code: "", victim: first, by: adult, reported: 2026-04-10}
          crimes:
            - {code: "", victim: first}
      """;

  /** The file's name within the rulebook. */
  String path() {
    return folder + "/" + name + ".yaml";
  }

  /** What is wrong with it, among the files that there are. */
  FormErrors errors(Set<String> drafted, Set<String> inForce) {
    FormErrors errors = FormErrors.none();
    if (!FOLDERS.contains(folder)) {
      errors = errors.and("folder", "Select what it will hold");
    }
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.length() > 60) {
      errors =
          errors.and(
              "name", "Enter a name of lower case words joined by hyphens, such as night-time");
    } else if (drafted.contains(path()) || inForce.contains(path())) {
      errors = errors.and("name", "There is a file of this name: enter another");
    }
    return errors;
  }

  /** Something to begin with. It has mistakes until it is filled in. */
  String text() {
    return (folder.equals("counting") ? RULE : CONCEPTS).replace("NAME", name);
  }
}
