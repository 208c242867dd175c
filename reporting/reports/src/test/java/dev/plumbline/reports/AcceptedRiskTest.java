package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.cdxa.CdxaReport;
import dev.plumbline.reports.csv.CsvReport;
import dev.plumbline.reports.oscal.OscalActionsReport;
import dev.plumbline.reports.oscal.OscalResultsReport;
import dev.plumbline.reports.sarif.SarifReport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An accepted risk is told, and stays a failure. */
class AcceptedRiskTest {
  static List<ReportFormat> formats() {
    return List.of(
        new CsvReport(),
        new SarifReport(),
        new OscalResultsReport(),
        new OscalActionsReport(),
        new CdxaReport());
  }

  private static Assessment withoutWaivers(Assessment a) {
    return new Assessment(
        a.product(),
        a.catalogue(),
        a.policy(),
        a.verdict(),
        a.verdicts(),
        a.counts(),
        a.sections(),
        a.problems(),
        a.remarks(),
        a.traffic());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anAcceptedRiskIsToldAndChangesNothingElse(ReportFormat format) throws IOException {
    Assessment waived = Results.with("Camera");
    String sentence = waived.waiver(ItemId.parse("5.6-1-2c")).orElseThrow().sentence();
    String told = Written.by(format, waived);
    assertThat(sentence).startsWith("It stays a FAIL");
    assertThat(told).contains(sentence);
    assertThat(told.replace(" " + sentence, "").replace(sentence, ""))
        .isEqualTo(Written.by(format, withoutWaivers(waived)));
  }
}
