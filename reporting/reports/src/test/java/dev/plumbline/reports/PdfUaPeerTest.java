package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.pdf.PdfReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** veraPDF, which nobody here wrote, holds the PDF against PDF/UA-1 (ISO 14289-1). */
class PdfUaPeerTest {
  @BeforeAll
  static void prepare() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  /** What veraPDF finds wrong: clause, test of the clause, what and where, a line each. */
  private static List<String> faults(byte[] pdf) throws VeraPDFException, IOException {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(
              a ->
                  "%s-%d %s at %s"
                      .formatted(
                          a.getRuleId().getClause(),
                          a.getRuleId().getTestNumber(),
                          a.getMessage(),
                          a.getLocation().getContext()))
          .toList();
    }
  }

  private static byte[] written(String foreign) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfReport().write(Results.with(foreign), Written.context(), out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Camera",
        "</p><img src='file:///etc/passwd'/><a href=\"x\">&x; ]]> \u202E\u0000\ud800 日本 العربية"
      })
  void noRuleOfPdfUaIsBroken(String foreign) throws VeraPDFException, IOException {
    assertThat(faults(written(foreign))).isEmpty();
  }

  @Test
  void aDocumentThatHidesItsTitleAndClaimsNoTagsIsRefused() throws VeraPDFException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(written("Camera"))) {
      document.getDocumentCatalog().getCOSObject().removeItem(COSName.VIEWER_PREFERENCES);
      document.getDocumentCatalog().getCOSObject().removeItem(COSName.MARK_INFO);
      document.save(out);
    }
    assertThat(faults(out.toByteArray()))
        .anyMatch(f -> f.startsWith("6.2-"))
        .anyMatch(f -> f.startsWith("7.1-10 "));
  }
}
