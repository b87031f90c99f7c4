package org.heed.server.web;

/**
 * What a controller answers with: a template and its model. {@link HtmlAnswers} renders it.
 *
 * @param template path under {@code src/main/jte} without the ending, for example {@code
 *     "people/list"}
 * @param model the template's one parameter, usually a record whose first component is its {@link
 *     Page}; or a map from the names of several parameters to their values
 * @param status the HTTP status, 200 unless the page says that something is not right
 */
public record Html(String template, Object model, int status) {

  /** A page or fragment, status 200. */
  public static Html of(String template, Object model) {
    return new Html(template, model, 200);
  }

  /** The same with another status: 422 for a form sent back with errors, 409 for a conflict. */
  public Html status(int other) {
    return new Html(template, model, other);
  }

  /** The same, with 422 where a form goes back with errors. */
  public Html checked(FormErrors errors) {
    return errors.isEmpty() ? this : status(422);
  }

  /** Models hold personal text. */
  @Override
  public String toString() {
    return "Html[" + template + "]";
  }
}
