package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.heed.figures.release.ReleaseFiles;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.Digest;
import org.heed.ledger.VerifyKey;
import org.heed.server.access.Refused;
import org.heed.server.publication.Contributions.Frozen;
import org.heed.server.publication.Contributions.FrozenCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ContributionsTest {
  private static final long[] WHOLE = {40, 35, 52, 44};
  private static final long[] ELMFORD = {12, 3, 20, 9};

  @TempDir Path data;

  @Test
  void smallCountOfAnArea_isHiddenWithAnother_andTheWholeIsShown() {
    SortedMap<String, byte[]> files =
        frozen(
                table("all-areas", "", "month", WHOLE),
                table("elmford", "elmford", "month", ELMFORD))
            .files();
    String elmford = text(files, "elmford.csv");
    assertThat(elmford).contains("2026-05,2026-05,,c");
    assertThat(elmford.lines().filter(line -> line.endsWith(",,c"))).hasSizeGreaterThan(1);
    assertThat(text(files, "all-areas.csv")).contains("2026-05,2026-05,35,");
  }

  @Test
  void frozenContributions_makeTheSameBytesWithoutTheRecord() {
    Contributions frozen = frozen(table("all-areas", "", "month", WHOLE));
    String kept = JsonMapper.shared().writeValueAsString(frozen);
    Contributions again = JsonMapper.shared().readValue(kept, Contributions.class);
    SortedMap<String, byte[]> files = frozen.files();
    assertThat(again).isEqualTo(frozen);
    again.files().forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(files.get(name)));
  }

  @Test
  void oneSmallCountAlone_isRefusedByName() {
    assertThatThrownBy(() -> frozen(table("all-areas", "", "month", 3)).files())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("2026-04");
  }

  @Test
  void monthsBesideQuarters_areRefused() {
    assertThatThrownBy(() ->
            frozen(table("months", "", "month", WHOLE), table("quarters", "", "quarter", 127, 44))
                .files())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("overlap");
  }

  @Test
  void signature_isOfTheManifest_andTheSameEachTime() throws Exception {
    SortedMap<String, byte[]> files = frozen(table("all-areas", "", "month", WHOLE)).files();
    ReleaseKey.sign(files, data);
    SortedMap<String, byte[]> again = frozen(table("all-areas", "", "month", WHOLE)).files();
    ReleaseKey.sign(again, data);
    assertThat(text(again, ReleaseKey.NOTE)).isEqualTo(text(files, ReleaseKey.NOTE));
    Checkpoint signed =
        VerifyKey.parse(text(files, ReleaseKey.PUBLIC).strip()).open(text(files, ReleaseKey.NOTE));
    byte[] manifest = Objects.requireNonNull(files.get(ReleaseFiles.MANIFEST));
    assertThat(signed.root()).isEqualTo(Digest.sha256(manifest));
  }

  @Test
  void keptRelease_isNotWrittenOver() {
    ReleaseFolder folder = new ReleaseFolder(data);
    Contributions frozen = frozen(table("all-areas", "", "month", WHOLE));
    folder.keep(frozen, List.of());
    assertThat(folder.keep(frozen, List.of())).isEqualTo(frozen);
    assertThat(folder.others("another")).containsExactly(frozen);
    assertThat(folder.others("first")).isEmpty();
    Contributions other = frozen(table("all-areas", "", "month", 50, 60));
    assertThatThrownBy(() -> folder.keep(other, List.of())).isInstanceOf(Refused.class);
    assertThat(Files.isDirectory(data.resolve("releases"))).isTrue();
  }

  private static Contributions frozen(Frozen... tables) {
    return new Contributions(
        "first",
        "First release",
        "Norchester Constabulary",
        "2026-11-01T00:00:00Z",
        99,
        "england-wales/2026.1",
        5,
        List.of(tables));
  }

  private static Frozen table(String name, String area, String by, long... counts) {
    Map<String, String> question = new HashMap<>();
    question.put("unit", "reports");
    question.put("definition", "all");
    question.put("clock", "recorded");
    question.put("by", by);
    question.put("from", "2026-04-01");
    question.put("to", "2026-07-31");
    if (!area.isEmpty()) {
      question.put("area", area);
    }
    List<FrozenCell> cells = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      String key = "2026-0" + (4 + i);
      cells.add(new FrozenCell(key, key, counts[i]));
    }
    return new Frozen(name, question, "Reports", 0, "", 0, cells);
  }

  private static String text(SortedMap<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
  }
}
