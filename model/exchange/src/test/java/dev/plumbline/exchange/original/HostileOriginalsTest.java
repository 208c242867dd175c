package dev.plumbline.exchange.original;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no copy of a standard, or mean harm. */
class HostileOriginalsTest {
  @TempDir private Path folder;

  private void refused(Path file, PdfText reader, String... told) {
    assertThatThrownBy(() -> Originals.read(file, reader))
        .isInstanceOf(OriginalException.class)
        .message()
        .contains(told);
  }

  private void refused(Path file, String... told) {
    refused(file, PdfText.DEFAULT, told);
  }

  private Path written(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path document(String name) throws IOException {
    try (EtsiPages pages = new EtsiPages(name)) {
      pages.heading("5 Apples").text("Words about apples that are no provision at all.");
      return pages.save(folder.resolve("document.pdf"));
    }
  }

  @Test
  void anotherDocumentIsRefusedWithWhatWasRecognised() throws IOException {
    refused(
        document("ETSI EN 303 645 V9.9.9"),
        "is ETSI EN 303 645 V9.9.9, which the catalogue does not know",
        "Known are",
        "ETSI TS 103 701 V2.1.1");
    refused(
        document("ETSI EN 303 645 V3.1.3"),
        "is ETSI EN 303 645 V3.1.3, but no provision was found in it");
  }

  private static PdfLine line(int page, String text) {
    return new PdfLine(page, 57, 100, 10, text);
  }

  @Test
  void theNameIsThatOfTheTitlePageElseThatOfTheHeaders() {
    List<PdfLine> title =
        List.of(
            line(1, "Final draft ETSI TS 103 927 V1.1.1 (2024-01)"), line(2, "EN 303 645 V3.1.3"));
    assertThat(StandardName.of(title)).contains(new StandardName("TS 103 927", "1.1.1"));

    PdfLine header = line(5, "12 ETSI EN 303 645 V2.1.1 (2020-06)");
    PdfLine reference = line(4, "[1] ETSI TS 103 645 V3.1.1");
    assertThat(StandardName.of(List.of(reference, header, header)))
        .contains(new StandardName("EN 303 645", "2.1.1"));
    assertThat(StandardName.of(List.of(reference))).isEmpty();
    assertThat(StandardName.of(List.of(line(1, "A letter to a cook")))).isEmpty();
  }

  @Test
  void whatIsNoPdfOrIsDamagedIsRefused() throws IOException {
    refused(folder.resolve("none.pdf"), "There is no file");
    refused(folder, "There is no file");
    refused(written("text.pdf", "EN 303 645 V3.1.3"), "is not a PDF");
    refused(written("cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Cat"), "is damaged");
    refused(
        written(
            "loop.pdf",
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages"
                + "/Kids[2 0 R]/Count 1>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"),
        "loop.pdf");
  }

  @Test
  void aLockedDocumentIsToldWithTheRemedy() throws IOException {
    Path file = folder.resolve("locked.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", "user", new AccessPermission());
      policy.setEncryptionKeyLength(256);
      document.protect(policy);
      document.save(file.toFile());
    }

    refused(file, "is locked with a password", "save it without a password");
  }

  @Test
  void picturesOfPagesAreTold() throws IOException {
    Path file = folder.resolve("scanned.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(file.toFile());
    }

    refused(file, "has no text");
  }

  @Test
  void sizePagesAndLettersAreBounded() throws IOException {
    Path file = document("ETSI EN 303 645 V3.1.3");

    refused(file, new PdfText(100, 9, 9999, 128, Duration.ofSeconds(50)), "at most 100 are read");
    refused(file, new PdfText(1 << 20, 1, 9999, 128, Duration.ofSeconds(50)), "more than 1 pages");
    refused(file, new PdfText(1 << 20, 9, 20, 128, Duration.ofSeconds(50)), "more than 20 letters");
    refused(file, new PdfText(1 << 20, 9, 9999, 128, Duration.ofMillis(1)), "more than 0 s");
  }

  /** A page of a few hundred kilobytes whose stream unpacks to 300 megabytes. */
  @Test
  void aStreamThatUnpacksToMoreThanTheMemoryEndsTheReaderAlone() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(1))) {
      byte[] letters = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      out.write("BT (".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 300; i++) {
        out.write(letters);
      }
    }
    Path file = folder.resolve("bomb.pdf");
    try (OutputStream out = Files.newOutputStream(file)) {
      String head =
          "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages"
              + "/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0"
              + " 9 9]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Filter/FlateDecode/Length "
              + packed.size()
              + ">>\nstream\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      packed.writeTo(out);
      out.write(
          "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
              .getBytes(StandardCharsets.US_ASCII));
    }

    refused(
        file,
        new PdfText(16L << 20, 9, 9999, 48, Duration.ofSeconds(50)),
        "more than 48 MiB of memory");
  }
}
