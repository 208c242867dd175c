package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.pdf.PdfReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private static byte[] camera = {};

  private static byte[] written(Assessment result) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfReport().write(result, Written.context(), out);
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  @BeforeAll
  static void writeOnce() throws IOException {
    camera = written(Results.with("Camera"));
  }

  @Test
  void theDocumentIsTaggedAndNamesItsTitleAndLanguage() throws IOException {
    try (PDDocument document = Loader.loadPDF(camera)) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle()).startsWith("Camera: FAIL against ");
      assertThat(
              new String(
                  catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("pdfuaid");
    }
  }

  @Test
  void everyFontIsEmbedded() throws IOException {
    try (PDDocument document = Loader.loadPDF(camera)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void theBookmarksLeadToEverySectionAndProvision() throws IOException {
    try (PDDocument document = Loader.loadPDF(camera)) {
      List<String> titles = new ArrayList<>();
      collect(document.getDocumentCatalog().getDocumentOutline(), titles);
      assertThat(titles)
          .contains("Overall", "What was not tested", "Details")
          .anyMatch(t -> t.startsWith("5.6-1 ") && t.endsWith(": FAIL"))
          .anyMatch(t -> t.startsWith("5.6-5 ") && t.endsWith(": declined"));
    }
  }

  private static void collect(PDOutlineNode node, List<String> titles) throws IOException {
    for (PDOutlineItem item : node.children()) {
      assertThat(item.getDestination()).as(item.getTitle()).isNotNull();
      titles.add(item.getTitle());
      collect(item, titles);
    }
  }

  @Test
  void theFirstPageSaysVerdictCountsAndWhatWasNotTested() throws IOException {
    assertThat(text(camera))
        .contains("Overall: FAIL")
        .contains("Declared Planned Executed Evidenced")
        .contains("What was not tested These test items have no verdict. They are not passes.");
  }

  @Test
  void whatWasNotDecidedIsNeverShownAsPassed() throws IOException {
    assertThat(text(camera))
        .contains("INCONCLUSIVE 5.6-1-2b")
        .contains("INCONCLUSIVE 5.6-1-1a")
        .contains("declined Only needed services are enabled")
        .doesNotContain("PASS 5.6-1-2b");
  }

  @Test
  void foreignMarkupIsShownAndNothingIsFetched() throws IOException {
    String hostile =
        "</p><img src='file:///etc/passwd'/><a href=\"javascript:x\">&x; ]]> \u202E\u0000\ud800 日本";
    byte[] pdf = written(Results.with(hostile));
    assertThat(text(pdf)).contains("</p><img src='file:///etc/passwd'/>").contains("\\u202e");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        assertThat(page.getAnnotations())
            .allMatch(a -> !a.getCOSObject().toString().contains("javascript"));
        assertThat(page.getResources().getXObjectNames())
            .allMatch(n -> !page.getResources().isImageXObject(n));
      }
    }
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(written(Results.with("Camera"))).isEqualTo(camera);
  }
}
