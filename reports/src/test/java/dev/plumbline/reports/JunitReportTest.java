package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.junit.JunitReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {
  private static Element read(String foreign) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JunitReport().write(Results.with(foreign), Results.context(), out);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(out.toByteArray()))
        .getDocumentElement();
  }

  @Test
  void aSectionIsASuiteWithItsCounts() throws Exception {
    Element suite = (Element) read("Camera").getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("2");
  }

  @Test
  void anItemWithoutAnAnswerIsSkippedWithItsReason() throws Exception {
    NodeList skipped = read("Camera").getElementsByTagName("skipped");
    assertThat(((Element) skipped.item(0)).getAttribute("message"))
        .isEqualTo("INCONCLUSIVE: Nobody looked: Camera");
  }

  @Test
  void controlCharactersThatXmlForbidsDoNotBreakTheFile() throws Exception {
    Element failure =
        (Element) read("a\u0000\u001b[31m\ud800]]>").getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).startsWith("Open: a\\u0000\\u001b[31m");
  }
}
