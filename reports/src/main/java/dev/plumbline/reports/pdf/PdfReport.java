package dev.plumbline.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.plumbline.engine.Assessment;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import dev.plumbline.reports.html.PrintPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The HTML report on paper: tagged after PDF/UA-1, with bookmarks, fonts embedded. Nothing is
 * fetched; a character that the fonts lack shows as a question mark.
 */
public final class PdfReport implements ReportFormat {
  private static final String FONTS = "/liberation/";

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
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .usePdfUaAccessibility(true)
            .withProducer(context.tool())
            .useReplacementText("?")
            .useSVGDrawer(new ChartDrawer())
            .useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
            .withHtmlContent(PrintPage.of(assessment, context), null);
    font(builder, "Report", "LiberationSans-Regular.ttf", 400);
    font(builder, "Report", "LiberationSans-Bold.ttf", 700);
    font(builder, "Report Mono", "LiberationMono-Regular.ttf", 400);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      new Dated(context.at()).date(document);
      document.save(out);
    }
  }

  private static void font(PdfRendererBuilder builder, String family, String file, int weight) {
    builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
  }

  private static InputStream open(String file) {
    InputStream in = PdfReport.class.getResourceAsStream(FONTS + file);
    if (in == null) {
      throw new IllegalStateException(file + " is missing from the release");
    }
    return in;
  }
}
