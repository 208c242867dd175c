package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Verdict;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.badge.BadgeReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class BadgeReportTest {
  private static Element badge(Assessment result) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BadgeReport().write(result, Written.context(), out);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(out.toByteArray()))
        .getDocumentElement();
  }

  private static Assessment with(Verdict verdict, int fail, int open) {
    Assessment a = Results.with("Camera");
    return new Assessment(
        a.product(),
        a.catalogue(),
        a.policy(),
        verdict,
        Map.of(Verdict.FAIL, fail, Verdict.INCONCLUSIVE, open, Verdict.PASS, 9),
        a.counts(),
        a.sections(),
        a.problems(),
        a.remarks(),
        a.traffic());
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL, 3, 12, '3 FAIL, 12 INCONCLUSIVE'",
    "FAIL, 1, 0, 1 FAIL",
    "INCONCLUSIVE, 0, 4, 4 INCONCLUSIVE",
    "INCONCLUSIVE, 0, 0, INCONCLUSIVE",
    "PASS, 0, 0, PASS",
    "NOT_APPLICABLE, 0, 0, N/A",
  })
  void theBadgeTellsWhatFailsAndWhatIsOpen(Verdict verdict, int fail, int open, String shown)
      throws Exception {
    NodeList texts = badge(with(verdict, fail, open)).getElementsByTagNameNS("*", "text");
    assertThat(texts.item(1).getTextContent()).isEqualTo(shown);
  }

  @Test
  void whatWasSearchedAloneIsToldApart() throws Exception {
    Element svg = badge(Results.searchedAlone());
    assertThat(svg.getElementsByTagNameNS("*", "text").item(1).getTextContent())
        .isEqualTo("1 INCONCLUSIVE (1 searched)");
    assertThat(svg.getElementsByTagNameNS("*", "title").item(0).getTextContent())
        .contains("0 proved, 0 confirmed after a search, 0 decided by a person")
        .contains("1 searched and not confirmed");
  }

  @Test
  void noTextOfTheDossierBecomesMarkup() throws Exception {
    Element svg = badge(Results.with("</title><script>alert(1)</script>\u0000&x;<a href='x'>"));
    Set<String> names = new HashSet<>();
    Set<String> attributes = new HashSet<>();
    NodeList all = svg.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      names.add(all.item(i).getLocalName());
      for (int k = 0; k < all.item(i).getAttributes().getLength(); k++) {
        Node attribute = all.item(i).getAttributes().item(k);
        attributes.add(attribute.getNodeName());
      }
    }
    assertThat(names).containsExactlyInAnyOrder("title", "rect", "text");
    assertThat(attributes).doesNotContain("href", "xlink:href").noneMatch(a -> a.startsWith("on"));
    assertThat(svg.getElementsByTagNameNS("*", "title").item(0).getTextContent())
        .contains("alert(1)", "Accepted risks among what fails: 1", "no certificate");
  }
}
