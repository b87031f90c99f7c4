package org.heed.server.safeguarding.web;

import java.util.List;
import java.util.Map;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;

/**
 * The model of {@code safeguarding/overtaken.jte}: what somebody else said of a part of a case
 * meanwhile, and what was typed, to be put together and sent again.
 *
 * @param subject whom or what the case is for
 * @param sentence what happened
 * @param of what was changed, in a line
 * @param now what is said of it that the person had not seen, newest first
 * @param doing what the person wanted
 * @param fields what was typed
 * @param hidden what else goes with it
 * @param again whether it can still be done
 * @param action where the form goes
 * @param back the page that it was typed on
 */
public record OvertakenPage(
    Page page,
    String subject,
    String sentence,
    String of,
    List<Fact> now,
    String doing,
    List<Field> fields,
    Map<String, String> hidden,
    boolean again,
    String action,
    String back,
    String address) {

  public OvertakenPage {
    now = List.copyOf(now);
    fields = List.copyOf(fields);
    hidden = Map.copyOf(hidden);
  }

  /** How a field is shown. */
  public enum Shown {
    /** Words of some length. */
    LINES,
    /** A line. */
    LINE,
    /** A day. */
    DAY,
    /** Somebody who works on cases. */
    PERSON
  }

  /**
   * A field with what was typed into it.
   *
   * @param choices who may be chosen, where somebody is
   */
  public record Field(String name, String label, Shown shown, String value, List<Choice> choices) {
    public Field {
      choices = List.copyOf(choices);
    }

    private String read() {
      return choices.stream().filter(Choice::chosen).map(Choice::label).findFirst().orElse(value);
    }

    @Override
    public String toString() {
      return "Field[" + name + "]";
    }
  }

  /** What was typed, for reading. */
  public List<Fact> typed() {
    return fields.stream()
        .filter(one -> !one.read().isBlank())
        .map(one -> new Fact(one.label(), one.read().lines().toList(), List.of()))
        .toList();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "OvertakenPage[]";
  }
}
