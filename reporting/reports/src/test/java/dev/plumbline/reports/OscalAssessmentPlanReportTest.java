package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalAssessmentPlanReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OscalAssessmentPlanReportTest extends OscalContract {
  OscalAssessmentPlanReportTest() {
    super(new OscalAssessmentPlanReport(), "ap");
  }

  @Test
  void everyUnitOfThePlanIsAStep() throws IOException {
    assertThat(tree().at("/local-definitions/activities/0/steps")).hasSize(5);
    assertThat(tree().at("/tasks/0/associated-activities/0/activity-uuid"))
        .isEqualTo(tree().at("/local-definitions/activities/0/uuid"));
  }
}
