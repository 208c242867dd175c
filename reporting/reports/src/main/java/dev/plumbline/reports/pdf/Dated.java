package dev.plumbline.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * Gives a document one time in place of those that the library reads from the clock, so that the
 * same report gives the same bytes.
 */
record Dated(Instant at) {
  void date(PDDocument document) throws IOException {
    Calendar calendar = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setCreationDate(calendar);
    document.getDocumentInformation().setModificationDate(calendar);
    document.setDocumentId(at.toEpochMilli());
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata != null) {
      String xmp;
      try (InputStream in = metadata.exportXMPMetadata()) {
        xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      String dated =
          xmp.replaceAll("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</xmp:)", "$1" + at + "$2");
      metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }
  }
}
