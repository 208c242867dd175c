package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.junit.JunitReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

/** Maven's reader of such files sees the counts and reasons that we write. */
class JunitPeerTest {
  /** What Maven reads; it makes a suite of each class name, which is a case here. */
  private static List<ReportTestSuite> read(String foreign) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JunitReport().write(Results.with(foreign), Written.context(), out);
    return new TestSuiteXmlParser(new NullConsoleLogger())
        .parse(
            new InputStreamReader(
                new ByteArrayInputStream(out.toByteArray()), StandardCharsets.UTF_8));
  }

  private static List<ReportTestCase> tests(String foreign) throws Exception {
    return read(foreign).stream().flatMap(s -> s.getTestCases().stream()).toList();
  }

  @Test
  void mavenCountsWhatFailedAndWhatNobodyDecided() throws Exception {
    assertThat(read("Camera"))
        .extracting(ReportTestSuite::toString)
        .containsExactly("5.6-1-2 [3/1/0/1]", "5.6-1-1 [2/0/1/1]");
    assertThat(tests("Camera").stream().filter(ReportTestCase::isSuccessful))
        .extracting(ReportTestCase::getName)
        .singleElement()
        .asString()
        .startsWith("5.6-1-2a");
  }

  @Test
  void foreignTextStaysInItsPlace() throws Exception {
    List<ReportTestCase> tests = tests("a\u0000\u001b[31m\ud800]]></testcase>&x;");
    assertThat(tests).hasSize(5);
    assertThat(tests.stream().filter(ReportTestCase::hasFailure))
        .extracting(ReportTestCase::getFailureMessage)
        .singleElement()
        .asString()
        .startsWith("Open: a\\u0000\\u001b[31m")
        .endsWith("]]></testcase>&x;");
  }
}
