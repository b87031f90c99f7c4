package org.heed.server.importing;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mapping can fill: of a report, or of a person or thing that the report speaks of. */
enum Field {
  SOURCE(Of.REPORT, Type.TEXT, true),
  REFERENCE(Of.REPORT, Type.TEXT, true),
  NARRATIVE(Of.REPORT, Type.TEXT, true),
  KIND(Of.REPORT, Type.TEXT, true),
  AREA(Of.REPORT, Type.TEXT, true),
  ROUTE(Of.REPORT, Type.TEXT, false),
  OCCURRED_FROM(Of.REPORT, Type.TIME, false),
  OCCURRED_TO(Of.REPORT, Type.TIME, false),
  REPORTED_AT(Of.REPORT, Type.TIME, false),
  RECORDED_AT(Of.REPORT, Type.TIME, false),
  OFFENCE(Of.REPORT, Type.TEXT, false),
  GRADING(Of.REPORT, Type.TEXT, false),
  POLICING_PURPOSE(Of.REPORT, Type.TEXT, false),
  REVIEW_ON(Of.REPORT, Type.TIME, false),
  OPERATION(Of.REPORT, Type.TEXT, false),
  ROLE(Of.PERSON, Type.TEXT, true),
  GIVEN_NAME(Of.PERSON, Type.TEXT, false),
  FAMILY_NAME(Of.PERSON, Type.TEXT, false),
  DATE_OF_BIRTH(Of.PERSON, Type.TIME, false),
  AGE(Of.PERSON, Type.TEXT, false),
  SEX(Of.PERSON, Type.TEXT, false),
  ETHNICITY(Of.PERSON, Type.TEXT, false),
  ETHNICITY_BASIS(Of.PERSON, Type.TEXT, false),
  NATIONALITY(Of.PERSON, Type.TEXT, false),
  KEY(Of.PERSON, Type.TEXT, false),
  THING_KIND(Of.THING, "kind", true),
  WRITTEN(Of.THING, "written", true),
  DETAIL(Of.THING, "detail", false),
  THING_KEY(Of.THING, "key", false);

  /** Whose field it is. */
  enum Of {
    REPORT,
    PERSON,
    THING
  }

  /** Whether formats and a time zone mean anything for it. */
  enum Type {
    TEXT,
    TIME
  }

  private final Of of;
  private final @Nullable String word;
  private final Type type;
  private final boolean required;

  Field(Of of, Type type, boolean required) {
    this(of, null, type, required);
  }

  Field(Of of, String word, boolean required) {
    this(of, word, Type.TEXT, required);
  }

  Field(Of of, @Nullable String word, Type type, boolean required) {
    this.of = of;
    this.word = word;
    this.type = type;
    this.required = required;
  }

  Of of() {
    return of;
  }

  Type type() {
    return type;
  }

  /** Whether a mapping has to say where it comes from. */
  boolean required() {
    return required;
  }

  /** As mappings have it: lower case, underscores. */
  String word() {
    return word != null ? word : name().toLowerCase(Locale.ROOT);
  }

  /** The field of that word. */
  static Optional<Field> find(Of of, String word) {
    for (Field field : values()) {
      if (field.of == of && field.word().equals(word)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
