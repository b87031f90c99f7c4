package org.heed.server.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;

/** A fresh record, a folder for files, and imports into the one from the other. */
final class ImportFixture implements AutoCloseable {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));

  static final String SIMPLE =
      """
      source: {value: test}
      reference: Ref
      narrative: Text
      kind: {value: referral}
      area: {value: AV}
      formats: ["dd/MM/yyyy HH:mm", "dd/MM/yyyy"]
      """;

  final ServerFixture server = ServerFixture.create();
  final Path folder;
  private final Importer importer;

  ImportFixture() {
    this(_ -> {
      throw new AssertionError("no second try was expected");
    });
  }

  ImportFixture(Pauses pauses) {
    try {
      folder = Files.createTempDirectory("heed-import");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    importer = importer(pauses);
  }

  Importer importer(Pauses pauses) {
    RecordServices services =
        RecordServices.of(
            server.databases(), server.clock(), server.ids(), RULEBOOK, new Random(7));
    return new Importer(
        new Importer.Tools(
            server.databases(),
            services.acts(),
            server.someone(Right.RECORD, Right.READ, Right.IMPORT),
            services.recogniser(),
            server.clock(),
            pauses));
  }

  Path file(String name, String content) {
    return file(name, content, StandardCharsets.UTF_8);
  }

  Path file(String name, String content, Charset charset) {
    try {
      return Files.write(folder.resolve(name), content.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Mapping mapping(String yaml) {
    return MappingReader.read("mapping.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  ImportCounts run(Path file, String mapping) {
    return run(importer, file, mapping, (_, _) -> {});
  }

  ImportCounts run(Importer with, Path file, String mapping, ImportListener listener) {
    try (Rejects rejects = new Rejects(folder.resolve("rejects.csv"), false)) {
      return with.run(ImportFile.of(file), mapping(mapping), rejects, listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> rejects() {
    try {
      return Files.readAllLines(folder.resolve("rejects.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String narrative(String reference) {
    try (var connection = server.owner();
        var query =
            connection.prepareStatement(
                """
                select n.text from record.report r join record.narrative n on n.report = r.id
                where r.reference = ? order by n.version desc limit 1
                """)) {
      query.setString(1, reference);
      try (var row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
