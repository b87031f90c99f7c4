package org.heed.server.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Words with gaps in them, each with its reason. The words that stood in a gap are not in it. */
public record Text(List<Run> runs) {
  /** Nothing. */
  public static final Text EMPTY = new Text(List.of());

  public Text {
    runs = List.copyOf(runs);
  }

  /** A stretch of words, or a gap. */
  public sealed interface Run {}

  /** Words. */
  public record Plain(String words) implements Run {
    /** Nothing: all of it is personal. */
    @Override
    public String toString() {
      return "Plain[]";
    }
  }

  /** A gap. */
  public record Gone(String reason) implements Run {}

  /** Words alone. */
  public static Text of(String words) {
    return new Text(List.of(new Plain(words)));
  }

  /** A gap alone. */
  public static Text gone(String reason) {
    return new Text(List.of(new Gone(reason)));
  }

  /** This and then another. */
  public Text and(Text other) {
    List<Run> both = new ArrayList<>(runs);
    both.addAll(other.runs);
    return new Text(both);
  }

  /** How many gaps it has. */
  public int gaps() {
    return (int) runs.stream().filter(run -> run instanceof Gone).count();
  }

  /** As one line of words, gaps as “[redacted: reason]”. */
  public String words() {
    return runs.stream()
        .map(run ->
            switch (run) {
              case Plain plain -> plain.words();
              case Gone gone -> "[redacted: " + gone.reason() + "]";
            })
        .collect(Collectors.joining());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "Text[" + runs.size() + "]";
  }
}
