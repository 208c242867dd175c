package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.plumbline.reports.csv.CsvReport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
  private static List<NamedCsvRecord> rows(String foreign) throws IOException {
    String text = Written.by(new CsvReport(), Results.with(foreign));
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  private static NamedCsvRecord row(String item) throws IOException {
    return rows("Camera").stream()
        .filter(r -> r.getField("item").equals(item))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thereIsARowForEachItemAndForEachProvisionWithoutOne() throws IOException {
    assertThat(rows("Camera"))
        .extracting(r -> r.getField("provision") + " " + r.getField("item"))
        .containsExactly(
            "5.6-1 5.6-1-2c@DUT",
            "5.6-1 5.6-1-2a@28-LogIntf/Camera",
            "5.6-1 5.6-1-2b@DUT",
            "5.6-1 5.6-1-1a@DUT",
            "5.6-1 5.6-1-1b@DUT",
            "5.6-5 ");
  }

  @Test
  void whatWasNotDecidedIsNeverAPass() throws IOException {
    assertThat(row("5.6-1-2b@DUT").getField("verdict")).isEqualTo("INCONCLUSIVE");
    assertThat(row("5.6-1-2b@DUT").getField("reason")).isEqualTo("Nobody looked: Camera");
    assertThat(row("5.6-1-1a@DUT").getField("verdict")).isEqualTo("INCONCLUSIVE");
    assertThat(row("5.6-1-1b@DUT").getField("verdict")).isEqualTo("N/A");
    assertThat(rows("Camera").getLast().getField("verdict")).isEqualTo("declined");
    assertThat(rows("Camera").stream().filter(r -> r.getField("verdict").equals("PASS")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x.example\")",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r\n=1",
        " =1",
        "\uFF1D1",
        "%0A=1",
        "|cmd"
      })
  void noCellIsTakenForAFormula(String formula) throws IOException {
    for (NamedCsvRecord row : rows(formula)) {
      for (String cell : row.getFields()) {
        assertThat(cell.strip()).doesNotMatch("(?s)^[=+\\-@|%\uFF1D].*");
      }
    }
  }

  @Test
  void foreignTextStaysInItsCell() throws IOException {
    List<NamedCsvRecord> rows = rows("a\",\"b\r\n\u0000\u202E;=1\nc");
    assertThat(rows).hasSize(6);
    assertThat(rows.getFirst().getField("reason"))
        .isEqualTo("Open: a\",\"b\\u000d\n\\u0000\\u202e;=1\nc");
  }

  @Test
  void everyLineEndsAsRfc4180SaysAndEveryCellIsQuoted() throws IOException {
    String text = Written.by(new CsvReport(), Results.with("Camera"));
    assertThat(text).endsWith("\r\n");
    assertThat(text.lines()).allMatch(l -> l.startsWith("\"") && l.endsWith("\""));
  }
}
