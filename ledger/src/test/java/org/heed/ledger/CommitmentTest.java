package org.heed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The byte formats, written out by hand as docs/ledger.md has them. */
class CommitmentTest {

  private static final FactTable NOTE =
      FactTable.of(
          "note",
          "id uuid, text text, age int, length long, open bool, at timestamp, day date, sha bytes, share double");

  @Test
  void everyType_hasItsWrittenForm() {
    Fact fact =
        Fact.of(
            NOTE,
            new UUID(1, 2),
            "é",
            -1,
            2L,
            true,
            Instant.parse("1970-01-01T00:00:00.000001Z"),
            LocalDate.of(1969, 12, 31),
            new byte[] {9},
            1.0);
    assertThat(HexFormat.of().formatHex(Canonical.bytes(fact)))
        .isEqualTo(
            HexFormat.of().formatHex("heed fact v1\n".getBytes(StandardCharsets.US_ASCII))
                + "00000004"
                + "6e6f7465"
                + "00000009"
                + "0100000000000000010000000000000002"
                + "0200000002c3a9"
                + "03ffffffff"
                + "040000000000000002"
                + "0501"
                + "060000000000000001"
                + "07ffffffffffffffff"
                + "080000000109"
                + "093ff0000000000000");
  }

  @Test
  void columnAddedLater_leavesOldCommitmentsValid() {
    FactTable before = FactTable.of("note", "text text, age int");
    FactTable after = FactTable.of("note", "text text, age int, by uuid");
    assertThat(Canonical.bytes(Fact.of(after, "a", null, null)))
        .isEqualTo(Canonical.bytes(Fact.of(before, "a", null)));
    assertThat(Canonical.bytes(Fact.of(after, null, 1, null)))
        .isEqualTo(Canonical.bytes(Fact.of(before, null, 1)))
        .isNotEqualTo(Canonical.bytes(Fact.of(before, "1", null)));
  }

  @Test
  void valuesThatCouldNotBeReadBackUnchanged_areRefusedWithoutQuotingThem() {
    FactTable table = FactTable.of("note", "text text, at timestamp, x double");
    assertThatThrownBy(() -> Fact.of(table, "private\0", null, null))
        .hasMessage("note.text cannot hold U+0000");
    assertThatThrownBy(() -> Fact.of(table, "private\ud800", null, null))
        .hasMessage("note.text cannot hold a lone surrogate");
    assertThatThrownBy(() -> Fact.of(table, null, Instant.ofEpochSecond(0, 1), null))
        .hasMessage("note.at takes whole microseconds; truncate before recording");
    assertThatThrownBy(() -> Fact.of(table, null, null, Double.NaN))
        .hasMessage("note.x takes finite numbers only");
    assertThatThrownBy(() -> Fact.of(table, 5, null, null)).hasMessage("note.text takes String");
    assertThatThrownBy(() -> Fact.of(table, "a", null)).hasMessage("note has 3 columns, not 2");
  }

  @Test
  void factsAndSalts_showNothingOfThemselves() {
    Fact fact = Fact.of(FactTable.of("note", "text text"), "private");
    assertThat(fact.toString()).doesNotContain("private");
    assertThat(Salt.of(new byte[16])).hasToString("Salt[16 bytes]");
  }

  @Test
  void saltOfARow_isHmacOfItsNumber() {
    // printf '\0\0\0\1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0001...0f
    Salt salt = Salt.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));
    assertThat(HexFormat.of().formatHex(salt.ofRow(1).bytes()))
        .isEqualTo("ec6c7a112dcc9f8b3dc1461b60f850577334721e454c6dd967ef5bc6424bf329");
  }

  @Test
  void content_isADigestOfLinesOfText() {
    Digest row = Digest.sha256();
    assertThat(Commitment.content(List.of(row)))
        .isEqualTo(
            new Content(
                1,
                Digest.sha256(
                    ("heed content v1\n1\n0 " + row.hex() + "\n")
                        .getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void entry_isALeafOfLinesOfText() {
    Entry entry =
        new Entry(
            new UUID(0, 1),
            "report.read",
            new UUID(0, 2),
            Instant.parse("2026-11-23T20:00:00Z"),
            Commitment.content(List.of()),
            List.of(new UUID(0, 3)),
            "review");
    assertThat(new String(entry.leaf(), StandardCharsets.US_ASCII))
        .isEqualTo(
            """
            heed entry v1
            id 00000000-0000-0000-0000-000000000001
            kind report.read
            actor 00000000-0000-0000-0000-000000000002
            at 2026-11-23T20:00:00.000000Z
            rows 0
            content %s
            subject 00000000-0000-0000-0000-000000000003
            purpose review
            """
                .replace("%s", entry.content().digest().hex()));
  }

  @Test
  void wordsThatCouldBreakALine_areRefused() {
    for (String kind : List.of("", "two words", "a\nactor", "Émile", "a.")) {
      assertThatThrownBy(() ->
              new Entry(
                  new UUID(0, 1),
                  kind,
                  new UUID(0, 2),
                  Instant.EPOCH,
                  Commitment.content(List.of()),
                  List.of(),
                  null))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
