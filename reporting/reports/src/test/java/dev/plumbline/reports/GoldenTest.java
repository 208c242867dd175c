package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.badge.BadgeReport;
import dev.plumbline.reports.csv.CsvReport;
import dev.plumbline.reports.html.HtmlReport;
import dev.plumbline.reports.intoto.IntotoReport;
import dev.plumbline.reports.json.JsonReport;
import dev.plumbline.reports.junit.JunitReport;
import dev.plumbline.reports.markdown.MarkdownReport;
import dev.plumbline.reports.oscal.OscalActionsReport;
import dev.plumbline.reports.oscal.OscalAssessmentPlanReport;
import dev.plumbline.reports.oscal.OscalComponentReport;
import dev.plumbline.reports.oscal.OscalPlanReport;
import dev.plumbline.reports.oscal.OscalProfileReport;
import dev.plumbline.reports.oscal.OscalResultsReport;
import dev.plumbline.reports.sarif.SarifReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format as reviewed text; {@code -Dplumbline.update=true} rewrites the files. */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static List<ReportFormat> formats() {
    return List.of(
        new HtmlReport(),
        new JsonReport(),
        new JunitReport(),
        new MarkdownReport(),
        new BadgeReport(),
        new CsvReport(),
        new IntotoReport(),
        new SarifReport(),
        new OscalProfileReport(),
        new OscalComponentReport(),
        new OscalPlanReport(),
        new OscalAssessmentPlanReport(),
        new OscalResultsReport(),
        new OscalActionsReport());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theFormatIsAsReviewed(ReportFormat format) throws IOException {
    Assessment result = Results.with("Camera <b>\u202E\u001b[31m");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(result, Written.context(), out);
    // They change with every word of the catalogue, and say nothing about the format.
    String text =
        out.toString(StandardCharsets.UTF_8)
            .replace(result.catalogue().digest().hex(), "CATALOGUE-DIGEST")
            .replaceAll("(\"profile\" : \\{\\s+\"uuid\" : \")[0-9a-f-]{36}", "$1CATALOGUE-UUID");
    Path file = GOLDEN.resolve(format.fileName());
    if (Boolean.getBoolean("plumbline.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
