package dev.plumbline.checks.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit of the paper review: it rests on the declaration, and on the report as evidence. */
class ReviewsCoverTheirScopeTest {
  private static final String REPORT = "ab".repeat(32);

  private static Finding finding(String row, String... evidence) {
    return Scene.current()
        .rows("12-NetSecImpl", row)
        .about("12-NetSecImpl/Impl-1")
        .evidence(evidence)
        .judge(new ReviewsCoverTheirScope())
        .finding();
  }

  private static String row(String reviewed) {
    return "- {id: Impl-1, product: Mbed TLS, version: '3.6.2', parts: [TLS, Certificates],"
        + " reviewedParts: "
        + reviewed
        + ", reportFile: "
        + REPORT
        + "}";
  }

  @Test
  void whatTheReportIsWorthAPersonReads() {
    assertThat(finding(row("[certificates, TLS, more]"), REPORT))
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .isEqualTo("What method and report of Impl-1 cover, a person reads.");
  }

  @Test
  void aPartThatWasNotReviewedRefutes() {
    assertThat(finding(row("[TLS]"), REPORT).reason()).contains("do not cover certificates");
    assertThat(finding(row("[TLS]"))).isInstanceOf(Finding.Violated.class);
  }

  @Test
  void aReportThatIsNotKeptIsNone() {
    assertThat(finding(row("[TLS, Certificates]"), "cd".repeat(32)))
        .isInstanceOf(Finding.Undetermined.class)
        .extracting(Finding::reason)
        .asString()
        .contains("needed: the report");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- {id: Impl-1, parts: [TLS]}",
        "- {id: Impl-1, reviewedParts: [TLS]}",
        "- {id: Impl-1, parts: [TLS], reviewedParts: [TLS]}",
        "- {id: Impl-1, parts: [TLS], reviewedParts: [TLS], product: A, version: '1'}"
      })
  void saysNothingWhereATypedFieldIsMissing(String row) {
    assertThat(finding(row, REPORT)).isInstanceOf(Finding.Undetermined.class);
  }
}
