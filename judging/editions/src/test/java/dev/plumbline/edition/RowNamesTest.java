package dev.plumbline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowNamesTest {
  private static final RowNames NAMES =
      new RowNames(Map.of("15-Intf/A-1", "15-PhyIntf/A-1", "15-Intf/B-2", "28-LogIntf/B-2"));

  @Test
  void aValueHasEachNameUpToDateHoweverDeepItStands() {
    Object old =
        Map.of(
            "rows",
            List.of("15-Intf/A-1", "1-AuthMech/A-1", Map.of("of", "15-Intf/B-2")),
            "count",
            2L,
            "said",
            "not 15-Intf/A-1 alone");
    assertThat(NAMES.in(old))
        .isEqualTo(
            Map.of(
                "rows",
                List.of("15-PhyIntf/A-1", "1-AuthMech/A-1", Map.of("of", "28-LogIntf/B-2")),
                "count",
                2L,
                "said",
                "not 15-Intf/A-1 alone"));
  }

  @Test
  void aFileHasEachNameUpToDateAndKeepsItsComments() {
    Sheet sheet =
        Sheet.of(
            "product.yaml",
            """
            # whom the device calls
            test:
              clients:
                - host: cloud.example
                  rows: [15-Intf/A-1, 1-AuthMech/A-1]  # both
              row: 15-Intf/B-2
            """);
    NAMES.in(sheet);
    assertThat(sheet.text())
        .isEqualTo(
            """
            # whom the device calls
            test:
              clients:
                - host: cloud.example
                  rows: [15-PhyIntf/A-1, 1-AuthMech/A-1]  # both
              row: 28-LogIntf/B-2
            """);
  }
}
