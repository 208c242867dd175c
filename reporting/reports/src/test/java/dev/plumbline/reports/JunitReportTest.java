package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.junit.JunitReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitReportTest {
  private static Element read(String foreign) throws Exception {
    return read(Results.with(foreign));
  }

  private static Element read(Assessment result) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JunitReport().write(result, Written.context(), out);
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

  private static List<String> properties(Element parent) {
    List<String> all = new ArrayList<>();
    Element properties = (Element) parent.getElementsByTagName("properties").item(0);
    NodeList nodes = properties.getElementsByTagName("property");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element property = (Element) nodes.item(i);
      all.add(property.getAttribute("name") + " " + property.getAttribute("value"));
    }
    return all;
  }

  @Test
  void passesAndSearchesAreCountedApart() throws Exception {
    Element suite = (Element) read(Results.searched("Camera")).getFirstChild();
    assertThat(properties(suite))
        .containsExactly("proved 1", "confirmed 0", "decided 0", "searched 1");
    NodeList cases = suite.getElementsByTagName("testcase");
    List<String> conclusions = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      conclusions.addAll(properties((Element) cases.item(i)));
    }
    assertThat(conclusions)
        .containsExactly(
            "conclusion refuted",
            "conclusion proved",
            "conclusion open",
            "conclusion open",
            "conclusion not applicable",
            "conclusion searched");
  }

  @Test
  void controlCharactersThatXmlForbidsDoNotBreakTheFile() throws Exception {
    Element failure =
        (Element) read("a\u0000\u001b[31m\ud800]]>").getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).startsWith("Open: a\\u0000\\u001b[31m");
  }
}
