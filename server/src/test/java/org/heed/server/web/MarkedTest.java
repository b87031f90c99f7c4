package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MarkedTest {

  private static final List<Mark.Kind> KINDS = List.of(Mark.Kind.values());

  @Test
  void overlappingMarks_cutTheTextWithoutLosingAny() {
    var marked =
        new Marked(
            "abcdef",
            List.of(
                Mark.of(2, 5, Mark.Kind.PLACE, "second", "f2"),
                Mark.of(1, 3, Mark.Kind.HARM, "first", "f1")));
    assertThat(marked.pieces())
        .extracting(Marked.Piece::text)
        .containsExactly("a", "b", "c", "de", "f");
    assertThat(marked.pieces())
        .extracting(piece -> piece.in().stream().map(Marked.Signed::sign).toList())
        .containsExactly(List.of(), List.of("1"), List.of("1", "2"), List.of("2"), List.of());
  }

  @Test
  void positions_countCodePoints() {
    var marked = new Marked("😀 new phone", List.of(Mark.of(2, 11, Mark.Kind.HARM, "x", "f1")));
    assertThat(marked.groups().getFirst().marks().getFirst().words()).isEqualTo("new phone");
  }

  @Test
  void wording_hasLettersAndIsItsOwnGroup() {
    var marked =
        new Marked(
            "abcdef",
            List.of(
                Mark.of(0, 1, Mark.Kind.LANGUAGE, "x", "l1"),
                Mark.of(1, 2, Mark.Kind.HARM, "y", "f1")));
    assertThat(marked.groups())
        .extracting(Marked.Group::kind)
        .containsExactly(Mark.Kind.HARM, Mark.Kind.LANGUAGE);
    assertThat(marked.groups().getLast().marks().getFirst().sign()).isEqualTo("a");
  }

  @Test
  void markBeyondTheText_isRefused() {
    var marks = List.of(Mark.of(0, 4, Mark.Kind.HARM, "x", "f1"));
    assertThatThrownBy(() -> new Marked("abc", marks)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyMarks_leaveTheTextWhole() {
    String text = "a<b>&\"'\n😀c\u0301d e";
    int length = text.codePointCount(0, text.length());
    var random = new Random(20261123);
    for (int round = 0; round < 500; round++) {
      var marks = new ArrayList<Mark>();
      for (int n = random.nextInt(6); n > 0; n--) {
        int start = random.nextInt(length);
        int end = start + 1 + random.nextInt(length - start);
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        marks.add(Mark.of(start, end, kind, "label", "f" + n));
      }
      var marked = new Marked(text, marks);
      assertThat(marked.pieces().stream().map(Marked.Piece::text).collect(Collectors.joining()))
          .isEqualTo(text);
      var shown =
          Jsoup.parseBodyFragment(
              Templates.render("component/narrative", Map.of("narrative", marked)));
      shown.select(".heed-narrative__words .govuk-visually-hidden, sup").remove();
      assertThat(shown.select(".heed-narrative__words").first()).isNotNull();
      assertThat(shown.select(".heed-narrative__words").getFirst().wholeText()).isEqualTo(text);
      assertThat(shown.select("b, script")).isEmpty();
      assertThat(shown.select(".heed-narrative__words a")).hasSize(marks.size());
    }
  }
}
