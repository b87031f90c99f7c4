package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.heed.server.web.Changed.Kind;
import org.heed.server.web.Changed.Piece;
import org.junit.jupiter.api.Test;

/** What changed between two texts. */
class ChangedTest {

  @Test
  void wordPutInAndWordTakenOut_areMarkedAlone() {
    assertThat(
            Changed.of("Found at a hotel with a man.", "Found at a hotel with an older man.")
                .pieces())
        .containsExactly(
            new Piece(Kind.SAME, "Found at a hotel with "),
            new Piece(Kind.REMOVED, "a"),
            new Piece(Kind.ADDED, "an older"),
            new Piece(Kind.SAME, " man."));
  }

  @Test
  void sameText_isOnePiece() {
    assertThat(Changed.of("Back on Sunday.", "Back on Sunday.").pieces())
        .containsExactly(new Piece(Kind.SAME, "Back on Sunday."));
    assertThat(Changed.of("", "").pieces()).isEmpty();
  }

  /**
   * Whatever changed, the pieces that are not new make the old text, and the others the new one.
   */
  @Test
  void piecesMakeBothTexts() {
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      String before = text(random);
      String after = text(random);
      List<Piece> pieces = Changed.of(before, after).pieces();
      assertThat(without(pieces, Kind.ADDED)).isEqualTo(before);
      assertThat(without(pieces, Kind.REMOVED)).isEqualTo(after);
    }
  }

  @Test
  void longTextsThatHaveNothingInCommon_areShownWhole() {
    String before = "phone ".repeat(3_000) + "end";
    String after = "hotel ".repeat(3_000) + "end";
    List<Piece> pieces = Changed.of(before, after).pieces();
    assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.REMOVED, Kind.ADDED, Kind.SAME);
    assertThat(without(pieces, Kind.REMOVED)).isEqualTo(after);
  }

  private static String without(List<Piece> pieces, Kind kind) {
    return pieces.stream()
        .filter(piece -> piece.kind() != kind)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  private static String text(Random random) {
    String letters = "ab c.\u00e9\n\ud83d\ude42";
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(14);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(letters.codePoints().skip(random.nextInt(8)).findFirst().orElse('a'));
    }
    return text.toString();
  }
}
