package org.heed.server.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.heed.server.access.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] zip(long filler, String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      byte[] zeros = new byte[1 << 20];
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (name.equals("mimetype")) {
          zip.write(bytes("application/vnd.oasis.opendocument.text"));
        }
        for (long left = filler; left > 0; left -= zeros.length) {
          zip.write(zeros);
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static void refuses(String name, byte[] content, String why) {
    assertThatThrownBy(() -> FileTypes.of(FileName.of(name), content))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "register.pdf,255044462d312e37,PDF",
    "car.JPG,ffd8ffe000104a464946,JPEG",
    "gate.png,89504e470d0a1a0a0000,PNG",
    "call.wav,524946460000000057415645,WAV",
    "call.mp3,494433030000,MP3",
    "call.mp3,fffb9064,MP3",
    "gate.mp4,00000018667479706d703432,MP4"
  })
  void content_tellsTheType(String name, String hex, FileType type) {
    byte[] content = java.util.Arrays.copyOf(HexFormat.of().parseHex(hex), 64);
    assertThat(FileTypes.of(FileName.of(name), content)).isEqualTo(type);
  }

  @Test
  void officeFiles_areToldByWhatIsInThem() throws IOException {
    assertThat(
            FileTypes.of(
                FileName.of("letter.docx"), zip(0, "[Content_Types].xml", "word/document.xml")))
        .isEqualTo(FileType.WORD);
    assertThat(
            FileTypes.of(
                FileName.of("calls.xlsx"), zip(0, "[Content_Types].xml", "xl/workbook.xml")))
        .isEqualTo(FileType.EXCEL);
    assertThat(FileTypes.of(FileName.of("letter.odt"), zip(0, "mimetype", "content.xml")))
        .isEqualTo(FileType.OPEN_TEXT);
    assertThat(FileTypes.of(FileName.of("note.txt"), bytes("Seen at school.\nTired. Ärger.")))
        .isEqualTo(FileType.TEXT);
  }

  @Test
  void nameThatSaysAnotherThing_isRefused() {
    refuses("invoice.pdf", HexFormat.of().parseHex("89504e470d0a1a0a"), "Picture (PNG)");
    refuses("picture.exe", HexFormat.of().parseHex("ffd8ffe0"), "name ends in .jpg or .jpeg");
    refuses("noending", bytes("A note."), "whose name ends in .txt or .csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>Hello",
        " \n<svg xmlns='x'>",
        "<script>",
        "#!/bin/sh\n",
        "MZ\u0000\u0001",
        "\u0001text"
      })
  void pagesDrawingsAndPrograms_areRefused(String text) {
    refuses("note.txt", bytes(text), "not taken");
    refuses("note.html", bytes(text), "not taken");
  }

  @Test
  void emptyFile_isRefused() {
    refuses("note.txt", new byte[0], "empty");
  }

  @Test
  void macros_areRefused() throws IOException {
    refuses(
        "letter.docx",
        zip(0, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        "macros");
  }

  @Test
  void fileThatGrowsBeyondMeasure_isRefused_whateverItSaysOfItsSize() throws IOException {
    byte[] bomb = zip(40L << 20, "[Content_Types].xml", "word/document.xml");
    assertThat(bomb.length).isLessThan(200_000);
    refuses("letter.docx", bomb, "beyond measure");
    byte[] lying = bomb.clone();
    // The central directory says that every entry unpacks to nothing.
    for (int at = 0; at < lying.length - 46; at++) {
      if (lying[at] == 'P' && lying[at + 1] == 'K' && lying[at + 2] == 1 && lying[at + 3] == 2) {
        java.util.Arrays.fill(lying, at + 24, at + 28, (byte) 0);
      }
    }
    assertThatThrownBy(() -> FileTypes.of(FileName.of("letter.docx"), lying))
        .isInstanceOf(Refused.class);
  }

  @Test
  void fileThatListsTooMuch_isRefusedBeforeItsListIsRead() throws IOException {
    byte[] good = zip(0, "[Content_Types].xml", "word/document.xml");
    byte[] many = java.util.Arrays.copyOf(good, good.length + 4 * 10_001);
    for (int at = good.length; at < many.length; at += 4) {
      System.arraycopy(new byte[] {'P', 'K', 1, 2}, 0, many, at, 4);
    }
    refuses("letter.docx", many, "beyond measure");
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 93, 95, 99})
  void fileThatIsPackedInAnotherWay_isRefused(int method) throws IOException {
    byte[] content = zip(0, "[Content_Types].xml", "word/document.xml");
    for (int at = 0; at < content.length - 46; at++) {
      if (content[at] == 'P' && content[at + 1] == 'K' && content[at + 2] == 1) {
        content[at + 10] = (byte) method;
      }
    }
    refuses("letter.docx", content, "packed in a way");
  }

  @Test
  void cutAndScribbledFiles_areRefusedOrToldButNeverBreak() throws IOException {
    byte[] good = zip(0, "[Content_Types].xml", "word/document.xml");
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      byte[] content = java.util.Arrays.copyOf(good, 1 + random.nextInt(good.length));
      for (int at = random.nextInt(8); at > 0; at--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(FileTypes.of(FileName.of("letter.docx"), content)).isEqualTo(FileType.WORD);
      } catch (Refused refused) {
        assertThat(refused.code()).isEqualTo(Refused.Code.INVALID);
      }
    }
  }

  @Test
  void names_loseFoldersControlCharactersAndTurnsOfDirection() {
    assertThat(FileName.of("..\\..\\windows\\calc.txt").text()).isEqualTo("calc.txt");
    assertThat(FileName.of("/etc/passwd").text()).isEqualTo("passwd");
    assertThat(FileName.of("no\u0000te\r\nX: y\u202Etxt.exe").text()).isEqualTo("noteX ytxt.exe");
    assertThat(FileName.of("...").text()).isEqualTo("document");
    assertThat(FileName.of(".htaccess").text()).isEqualTo("htaccess");
    assertThat(FileName.of("\uD800x.pdf").text()).isEqualTo("x.pdf");
    assertThat(FileName.of("a\"b<c>.pdf").text()).isEqualTo("abc.pdf");
    assertThat(FileName.of("n".repeat(4_000) + ".pdf").text()).hasSize(120).endsWith("n.pdf");
    assertThat(FileName.of("Zoë’s note – 3 May.pdf").text()).isEqualTo("Zoë’s note – 3 May.pdf");
  }
}
