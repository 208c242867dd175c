package dev.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.declaration.data.SupplyFields;
import dev.plumbline.declaration.data.SupplyFields.SupplyField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice opens every document that is written as DOCX, and shows what is in it. */
@Tag("peers")
class OfficePeerTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  @TempDir private Path directory;

  /** Turns the files into text, all in one start. */
  private void convert(List<Path> files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "txt:Text (encoded):UTF8",
                "--outdir",
                directory.resolve("out").toString()));
    files.forEach(f -> command.add(f.toString()));
    Path log = directory.resolve("log");
    Process office =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(office.waitFor()).as(Files.readString(log)).isZero();
  }

  @Test
  void libreOfficeOpensEveryDocument() throws IOException, InterruptedException {
    Map<String, String> facts = new HashMap<>();
    SupplyFields.all().stream().map(SupplyField::key).forEach(k -> facts.put(k, "Fact " + k));
    Map<Path, OwedDocument> documents = new HashMap<>();
    for (Definition definition : Definitions.load().values()) {
      OwedDocument document = Composer.compose(definition, Examples.camera(facts), NOW);
      Path file = directory.resolve(definition.id() + ".docx");
      Files.write(file, new WordRenderer().render(document));
      documents.put(file, document);
    }
    convert(List.copyOf(documents.keySet()));
    for (Map.Entry<Path, OwedDocument> each : documents.entrySet()) {
      String name = each.getKey().getFileName().toString().replace(".docx", ".txt");
      String text = Files.readString(directory.resolve("out").resolve(name));
      OwedDocument document = each.getValue();
      assertThat(text).contains(document.title()).contains(document.notes());
      for (Block block : document.blocks()) {
        if (block instanceof Block.Grid grid) {
          assertThat(text).contains(grid.head());
        }
      }
    }
  }
}
