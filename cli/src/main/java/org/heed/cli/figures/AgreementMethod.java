package org.heed.cli.figures;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.RefusedInput;
import org.heed.figures.review.Agreement;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.Ratings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Agreement of readers: percent, kappa (Cohen 1960, 1968) and alpha (Krippendorff). */
final class AgreementMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (JsonNode row : in.list("ratings")) {
      List<@Nullable String> ratings = new ArrayList<>();
      for (JsonNode rating : Fields.list(row, "ratings")) {
        ratings.add(Fields.textOrNull(rating, "ratings"));
      }
      rows.add(ratings);
    }
    List<String> scale = new ArrayList<>();
    if (in.has("scale")) {
      for (JsonNode category : in.list("scale")) {
        RefusedInput.unless(
            category.isString() || category.isNumber(), "scale", "must be an array of text");
        scale.add(category.asString());
      }
    }
    Ratings ratings = Ratings.of(rows, scale);
    Agreement agreement =
        effective(in.text("limits", "large-sample"))
            ? Agreement.ofFew(ratings, in.level())
            : Agreement.of(ratings, in.level());
    boolean linear = weights(in.text("weights", "quadratic"));
    boolean ordinal = metric(in.text("metric", ratings.ordered() ? "ordinal" : "nominal"));
    Estimate weighted = linear ? agreement.linear() : agreement.quadratic();
    ObjectNode out = Answer.put(Answer.object(), "percent", agreement.percent());
    Answer.put(out, "kappa", agreement.kappa());
    Answer.put(out, "weighted_kappa", weighted);
    out.put("weights", linear ? "linear" : "quadratic");
    Answer.put(out, "alpha", ordinal ? agreement.ordinal() : agreement.nominal());
    out.put("metric", ordinal ? "ordinal" : "nominal");
    Answer.put(out, "weighted_kappa_linear", agreement.linear());
    Answer.put(out, "weighted_kappa_quadratic", agreement.quadratic());
    Answer.put(out, "alpha_nominal", agreement.nominal());
    return Answer.put(out, "alpha_ordinal", agreement.ordinal());
  }

  private static boolean weights(String name) {
    RefusedInput.unless(
        name.equals("linear") || name.equals("quadratic"),
        "weights",
        "must be linear or quadratic");
    return name.equals("linear");
  }

  private static boolean effective(String name) {
    RefusedInput.unless(
        name.equals("large-sample") || name.equals("effective"),
        "limits",
        "must be large-sample or effective");
    return name.equals("effective");
  }

  private static boolean metric(String name) {
    RefusedInput.unless(
        name.equals("nominal") || name.equals("ordinal"), "metric", "must be nominal or ordinal");
    return name.equals("ordinal");
  }
}
