package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heed.cli.CommandRecord.Ran;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.Digest;
import org.heed.ledger.VerifyKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandTest {
  private static final String QUESTIONS =
      """
      {"id":"NAME","title":"Reports of 2017","publisher":"Norchester Constabulary","hide_below":5,
       "questions":[{"name":"reports-by-quarter","unit":"reports","definition":"all",
        "period":{"from":"2017-01-01","to":"2017-12-31","by":"quarter"},"clock":"recorded"}]}
      """;

  @TempDir static Path data;
  private static CommandRecord record;

  @BeforeAll
  static void start() {
    record = new CommandRecord(data);
    String rows =
        IntStream.range(0, 44)
            .mapToObj(i -> i + ",Seen at a hotel.,," + told(i))
            .collect(Collectors.joining("\n", "Ref,Text,Born,Told\n", "\n"));
    Ran ran =
        record.run(rows, "import", "-", "--mapping", "../docs/examples/mappings/referrals.yaml");
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  @AfterAll
  static void stop() {
    record.close();
  }

  /** Twelve, twenty, nine and three in the quarters. */
  private static String told(int i) {
    if (i < 32) {
      return i < 12 ? "2017-02-02" : "2017-05-03";
    }
    return i < 41 ? "2017-08-04" : "2017-11-05";
  }

  private static Ran release(String name, Path out) {
    return record.run(
        QUESTIONS.replace("NAME", name), "figures", "release", "-", "--out", out.toString());
  }

  @Test
  void release_isSigned_andTheSameToTheByteWhateverCameLater(@TempDir Path folder)
      throws Exception {
    Path first = folder.resolve("first");
    Ran ran = release("first", first);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(Files.readString(first.resolve("reports-by-quarter.csv"))).contains(",,c");
    assertThat(names(first))
        .contains("first.xlsx", "index.html", "csv-metadata.json", "datapackage.json");
    Ran more =
        record.run(
            "Ref,Text,Born,Told\nlate,Told later.,,2017-05-03\n",
            "import",
            "-",
            "--mapping",
            "../docs/examples/mappings/referrals.yaml");
    assertThat(more.status()).as(more.err()).isZero();
    Path again = folder.resolve("again");
    assertThat(release("first", again).status()).isZero();
    for (String name : names(first)) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
    Checkpoint signed =
        VerifyKey.parse(Files.readString(first.resolve("releases.pub")).strip())
            .open(Files.readString(first.resolve("MANIFEST.note")));
    assertThat(signed.root())
        .isEqualTo(Digest.sha256(Files.readAllBytes(first.resolve("MANIFEST.sha256"))));
  }

  @Test
  void mistakes_areOneSentence(@TempDir Path folder) {
    Ran ran = record.run("{}", "figures", "release", "-", "--out", folder.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("questions is a list");
    assertThat(record.run("", "figures").status()).isEqualTo(2);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
