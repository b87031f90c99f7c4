package org.heed.server.publication.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.ReleaseRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release that somebody is putting together, theirs to see alone.
 *
 * @param hideBelow as typed
 */
public record ReleaseDraft(
    String id, String title, String publisher, String hideBelow, List<Kept> questions) {
  /** Where a draft is kept among somebody's drafts. */
  static final String FORM = "release";

  /** A new one. */
  static final ReleaseDraft EMPTY = new ReleaseDraft("", "", "", "5", List.of());

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A question of it, as the parameters of an address have it. */
  public record Kept(String name, Map<String, String> question) {
    public Kept {
      question = Collections.unmodifiableMap(new LinkedHashMap<>(question));
    }

    /** In words. */
    public String says() {
      Question parsed = parsed();
      return FigureWords.scope(parsed) + ", by " + parsed.by().title().toLowerCase(Locale.ROOT);
    }

    /** The figure it is. */
    public String address() {
      return "/figures?" + QuestionText.query(parsed());
    }

    Question parsed() {
      return QuestionText.parse(question, LocalDate.EPOCH);
    }
  }

  public ReleaseDraft {
    questions = List.copyOf(questions);
  }

  static ReleaseDraft read(String json) {
    return JSON.readValue(json, ReleaseDraft.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /** With one more question, under a name that says what it is. */
  ReleaseDraft with(Question question) {
    String area = question.area() == null ? "" : "-in-" + question.area();
    String usual =
        (question.unit().code()
                + (question.definition() == org.heed.server.publication.Definition.ALL
                    ? ""
                    : "-" + question.definition().code())
                + "-by-"
                + question.by().code()
                + area)
            .replaceAll("[^a-z0-9-]", "");
    List<String> taken = questions.stream().map(Kept::name).toList();
    String name = usual;
    for (int number = 2; taken.contains(name); number++) {
      name = usual + "-" + number;
    }
    List<Kept> more = new ArrayList<>(questions);
    more.add(new Kept(name, QuestionText.of(question)));
    return new ReleaseDraft(id, title, publisher, hideBelow, more);
  }

  /** Without one of its questions. */
  ReleaseDraft without(int index) {
    List<Kept> fewer = new ArrayList<>(questions);
    if (index >= 0 && index < fewer.size()) {
      fewer.remove(index);
    }
    return new ReleaseDraft(id, title, publisher, hideBelow, fewer);
  }

  /** As typed into its form, the questions' names too. */
  ReleaseDraft typed(Map<String, String> given) {
    List<Kept> named = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Kept kept = questions.get(i);
      String name = given.getOrDefault("name-" + i, kept.name()).strip();
      named.add(new Kept(name, kept.question()));
    }
    return new ReleaseDraft(
        given.getOrDefault("id", id).strip(),
        given.getOrDefault("title", title).strip(),
        given.getOrDefault("publisher", publisher).strip(),
        given.getOrDefault("hide-below", hideBelow).strip(),
        named);
  }

  /** As it is asked for. */
  ReleaseRequest request() {
    return new ReleaseRequest(
        id,
        title,
        publisher,
        hideBelow.matches("[0-9]{1,6}") ? Long.parseLong(hideBelow) : 0,
        questions.stream()
            .map(kept -> new ReleaseRequest.Named(kept.name(), kept.parsed()))
            .toList());
  }

  /** The areas it asks about, in words. */
  public String areas() {
    return questions.stream()
        .map(kept -> kept.parsed().area())
        .map(area -> area == null ? "every area" : AreaName.of(area))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
