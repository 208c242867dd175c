package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalResultsReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OscalResultsReportTest extends OscalContract {
  OscalResultsReportTest() {
    super(new OscalResultsReport(), "ar");
  }

  private JsonNode finding(String target) throws IOException {
    for (JsonNode finding : tree().at("/results/0/findings")) {
      if (finding.at("/target/target-id").asString().equals(target)) {
        return finding;
      }
    }
    throw new AssertionError("no finding on " + target);
  }

  @Test
  void onlyAPassIsSatisfied() throws IOException {
    for (JsonNode finding : tree().at("/results/0/findings")) {
      boolean satisfied = finding.at("/target/status/state").asString().equals("satisfied");
      assertThat(satisfied)
          .isEqualTo(finding.at("/target/props/0/value").asString().equals("PASS"));
    }
    assertThat(finding("u-5.6-1-2a").at("/target/status/state").asString()).isEqualTo("satisfied");
  }

  @Test
  void whatWasNotDecidedIsNotSatisfiedForAnotherReasonThanAFailure() throws IOException {
    for (String unit : new String[] {"u-5.6-1-2b", "u-5.6-1-1a"}) {
      assertThat(finding(unit).at("/target/status/state").asString()).isEqualTo("not-satisfied");
      assertThat(finding(unit).at("/target/status/reason").asString()).isEqualTo("other");
      assertThat(finding(unit).at("/target/status/remarks").asString()).contains("INCONCLUSIVE");
    }
    assertThat(finding("u-5.6-1-2c").at("/target/status/reason").asString()).isEqualTo("fail");
  }

  @Test
  void whatDoesNotApplyOrWasDeclinedHasNoFinding() throws IOException {
    assertThat(text("Camera"))
        .doesNotContain("\"target-id\" : \"u-5.6-1-1b\"")
        .doesNotContain("p-5.6-5");
  }

  @Test
  void aFailureIsARisk() throws IOException {
    assertThat(tree().at("/results/0/risks")).hasSize(1);
    assertThat(finding("u-5.6-1-2c").at("/related-risks/0/risk-uuid"))
        .isEqualTo(tree().at("/results/0/risks/0/uuid"));
  }
}
