package dev.plumbline.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.html.PrintPage;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The HTML report on paper: tagged after PDF/UA-1, with bookmarks, fonts embedded. Nothing is
 * fetched; a character that the fonts lack shows as a question mark.
 */
public final class PdfReport implements ReportFormat {
  @Override
  public String id() {
    return "pdf";
  }

  @Override
  public String fileName() {
    return "report.pdf";
  }

  @Override
  public String about() {
    return "the page for people as tagged PDF";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    XRLog.setLoggingEnabled(false);
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = builder(document, assessment, context);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        new Dated(context.at()).date(document);
        document.save(out);
      }
    }
  }

  private static PdfRendererBuilder builder(
      PDDocument document, Assessment assessment, ReportContext context) throws IOException {
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .usePDDocument(document)
            .usePdfUaAccessibility(true)
            .withProducer(context.tool())
            .useReplacementText("?")
            .useSVGDrawer(new ChartDrawer())
            .useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
            .withHtmlContent(PrintPage.of(assessment, context), null);
    Fonts fonts = new Fonts(document);
    fonts.add(builder, "Report", "LiberationSans-Regular.ttf", 400);
    fonts.add(builder, "Report", "LiberationSans-Bold.ttf", 700);
    fonts.add(builder, "Report Mono", "LiberationMono-Regular.ttf", 400);
    return builder;
  }
}
