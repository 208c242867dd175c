package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Ixit;
import dev.plumbline.reports.openvex.OpenvexReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenvexReportTest {
  private static Map<String, Object> stated(String id, String status, String why, String detail) {
    return Map.of(
        "vulnerability",
        id,
        "products",
        List.of("pkg:deb/debian/busybox@1.35"),
        "status",
        status,
        "justification",
        why,
        "detail",
        detail);
  }

  private static ReportContext context(String version, Map<?, ?>... statements) {
    return Written.context(
        new Ixit(Map.of()),
        List.of(
            Written.observed(
                "vex.statements",
                Map.of("statements", List.of(statements)),
                Map.of("author", "Example Devices"),
                version),
            Written.observed(
                "software.vulnerabilities",
                Map.of("known", List.of(Map.of("id", "CVE-2024-9999", "state", "not_affected"))),
                Map.of(),
                version)));
  }

  private static JsonNode statements(ReportContext context) throws IOException {
    return JsonMapper.shared()
        .readTree(Written.by(new OpenvexReport(), Results.with("Camera"), context))
        .get("statements");
  }

  @Test
  void aStatementIsRepeatedWithItsReason() throws IOException {
    JsonNode all =
        statements(
            context(
                "1.0",
                stated("CVE-2024-0001", "not_affected", "code_not_reachable", ""),
                stated("CVE-2024-0002", "affected", "", "Update to 1.1."),
                stated("CVE-2024-0003", "fixed", "", ""),
                stated("CVE-2024-0004", "under_investigation", "", "")));
    assertThat(all)
        .extracting(s -> s.get("status").asString())
        .containsExactly("not_affected", "affected", "fixed", "under_investigation");
    assertThat(all.at("/0/justification").asString())
        .isEqualTo("vulnerable_code_not_in_execute_path");
    assertThat(all.at("/1/action_statement").asString()).isEqualTo("Update to 1.1.");
    assertThat(all.at("/0/products/0/subcomponents/0/@id").asString())
        .isEqualTo("pkg:deb/debian/busybox@1.35");
    assertThat(all.at("/0/supplier").asString()).isEqualTo("Example Devices");
  }

  @Test
  void notAffectedIsNotSaidWithoutAReason() throws IOException {
    assertThat(statements(context("1.0", stated("CVE-2024-0001", "not_affected", "", ""))))
        .isEmpty();
  }

  @Test
  void whatWasSaidOfAnotherProductRelievesNobodyHere() throws IOException {
    for (String status : List.of("not_affected", "fixed")) {
      Map<String, Object> said =
          new LinkedHashMap<>(stated("CVE-2024-0001", status, "code_not_present", "Not built in."));
      for (List<String> products : List.of(List.<String>of(), List.of("Router R-1 of another"))) {
        said.put("products", products);
        assertThat(statements(context("1.0", said))).as("%s %s", status, products).isEmpty();
      }
    }
  }

  @Test
  void aVulnerabilityThatNobodyDecidedIsInNoStatement() throws IOException {
    assertThat(statements(context("1.0"))).isEmpty();
    assertThat(new OpenvexReport().lacks(Results.with("Camera"), context("1.0"))).isPresent();
  }

  @Test
  void aStatementAboutAnotherVersionSaysNothingOfThisOne() throws IOException {
    assertThat(statements(context("0.9", stated("CVE-2024-0003", "fixed", "", "")))).isEmpty();
  }

  @Test
  void anUnknownStatusIsNotTranslated() throws IOException {
    assertThat(statements(context("1.0", stated("CVE-2024-0003", "probably fine", "", ""))))
        .isEmpty();
  }

  @Test
  void foreignTextIsVisible() throws IOException {
    assertThat(
            statements(context("1.0", stated("CVE\u202E", "fixed", "", "")))
                .at("/0/vulnerability/name")
                .asString())
        .isEqualTo("CVE\\u202e");
  }
}
