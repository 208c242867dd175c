package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.reports.csv.CsvReport;
import dev.plumbline.reports.html.HtmlReport;
import dev.plumbline.reports.json.JsonReport;
import dev.plumbline.reports.junit.JunitReport;
import dev.plumbline.reports.sarif.SarifReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A search that found nothing is shown as what it is, with its places and questions. */
class SearchedItemTest {
  private static final String FOREIGN = "Camera <b>\u001b[31m";

  private static String written(ReportFormat format) throws IOException {
    return Written.by(format, Results.searched(FOREIGN));
  }

  @Test
  void theResultWithASearchFollowsThePublishedSchema() throws IOException {
    String schema = Files.readString(Path.of("../../docs/schemas/result-1.schema.json"));
    String json = written(new JsonReport());

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON))
        .isEmpty();
    assertThat(json).contains("\"searched\"", "65,535 TCP ports of 192.0.2.1", "notLookedAt");
  }

  @Test
  void thePageShowsPlacesQuestionsAnswersAndFacts() throws IOException {
    Element item =
        Jsoup.parse(written(new HtmlReport())).expectFirst("[id=i-5.6-2-2a_28-LogIntf_LogIntf-1]");

    assertThat(item.select(".chip").text()).isEqualTo("INCONCLUSIVE");
    assertThat(item.select(".remark").eachText())
        .anyMatch(t -> t.startsWith("Looked at: 65,535 TCP ports"))
        .anyMatch(t -> t.startsWith("Not looked at: UDP ports"));
    assertThat(item.select("summary").eachText()).contains("Questions (2)");
    assertThat(item.select("li").eachText().getFirst())
        .isEqualTo(
            "Is each open port declared? address/192.0.2.1 yes: all 2 are tcp.open-ports of DUT, no"
                + " evidence file");
    assertThat(item.select("li").eachText().getLast())
        .endsWith("plumbline test DIR --only service-identification");
  }

  @Test
  void noFormatCountsASearchAsAPass() throws IOException {
    assertThat(written(new CsvReport())).contains("\"INCONCLUSIVE\"", "\"searched\"");
    assertThat(written(new JunitReport())).contains("INCONCLUSIVE, searched: None of the 65,535");
    assertThat(written(new SarifReport())).contains("\"review\"");
  }
}
