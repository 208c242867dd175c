package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that nobody here wrote opens what is exported, and shows what the dossier says. */
@Tag("peers")
class OfficePeerTest {
  @TempDir private Path directory;

  /** LibreOffice's text of a file. */
  private String converted(Path file, String filter, String result)
      throws IOException, InterruptedException {
    Path log = directory.resolve("log");
    Process office =
        new ProcessBuilder(
                List.of(
                    "soffice",
                    "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                    "--headless",
                    "--convert-to",
                    filter,
                    "--outdir",
                    directory.resolve("out").toString(),
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(office.waitFor()).as(Files.readString(log)).isZero();
    return Files.readString(directory.resolve("out").resolve(result));
  }

  @Test
  void libreOfficeOpensTheWorkbookAndTheDocument() throws IOException, InterruptedException {
    ExampleDossier example = ExampleDossier.named("careless-camera");
    String sheet =
        converted(
            example.exported(ExchangeFormat.XLSX, directory),
            "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1",
            "export-1-AuthMech.csv");
    assertThat(sheet)
        .contains("plumbline-table:1-AuthMech", "Authentication Factor", "AuthMech-3")
        .contains("Twelve hexadecimal digits (48 bits)");
    String document =
        converted(
            example.exported(ExchangeFormat.DOCX, directory),
            "txt:Text (encoded):UTF8",
            "export.txt");
    assertThat(document)
        .contains("IXIT 1-AuthMech: Authentication Mechanisms", "AuthMech-3")
        .contains("Twelve hexadecimal digits (48 bits)");
  }
}
