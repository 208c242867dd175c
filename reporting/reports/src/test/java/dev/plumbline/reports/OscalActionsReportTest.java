package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.oscal.OscalActionsReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OscalActionsReportTest extends OscalContract {
  OscalActionsReportTest() {
    super(new OscalActionsReport(), "poam");
  }

  @Test
  void whatFailsAndWhatIsOpenAreBothOnTheList() throws IOException {
    assertThat(tree().get("poam-items"))
        .extracting(i -> i.get("title").asString().split(":")[0])
        .containsExactly(
            "FAIL, Test unit 5.6-1-2c",
            "INCONCLUSIVE, Test unit 5.6-1-2b",
            "INCONCLUSIVE, Test unit 5.6-1-1a");
  }
}
