package org.heed.server.tellus;

import org.jspecify.annotations.Nullable;

/** What was told, as it is kept. */
record NewMessage(
    Way way,
    String teller,
    @Nullable String area,
    String danger,
    String happened,
    @Nullable String whereabouts,
    @Nullable String childName,
    @Nullable Integer childAge,
    @Nullable String tellerName,
    @Nullable String tellerRole,
    @Nullable String organisation,
    String contactHow,
    @Nullable String contactTo,
    @Nullable String contactWhen,
    @Nullable String contactCare,
    @Nullable String knows) {

  /** From answers that have no errors. */
  static NewMessage of(Way way, Telling telling) {
    String about = telling.answer("about");
    String age = telling.answer("age").strip();
    boolean child = way == Way.PUBLIC && about.equals("me");
    return new NewMessage(
        way,
        way == Way.PROFESSIONAL ? "professional" : child ? "child" : "other",
        text(telling.answer("area")),
        telling.answer("danger"),
        telling.answer("happened").strip(),
        text(telling.answer("where")),
        text(telling.answer("child")),
        age.isEmpty() ? null : Integer.valueOf(age),
        text(telling.answer("name")),
        text(telling.answer("role")),
        text(telling.answer("organisation")),
        telling.answer("how"),
        text(telling.answer("to")),
        text(telling.answer("when")),
        text(telling.answer("care")),
        text(telling.answer("knows")));
  }

  private static @Nullable String text(String value) {
    return value.isBlank() ? null : value.strip();
  }

  /** The form only; the rest is personal. */
  @Override
  public String toString() {
    return "NewMessage[" + way + "]";
  }
}
