package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML pages held against axe in Chromium, at the width of a desk and of a phone. */
@Tag("peers")
class AccessibilityTest {
  private static final String RUN =
      """
      axe.run(document, {resultTypes: ['violations']}).then(result => {
        const told = document.createElement('pre');
        told.id = 'axe-result';
        told.textContent = 'rules passed: ' + result.passes.length + '\\n'
          + result.violations.map(v => v.id + ' ' + v.nodes[0].target + ' '
              + v.nodes[0].failureSummary).join('\\n');
        document.body.append(told);
      });
      """;

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"1280,1000", "375,800"})
  void theReportOfAFullDossierWithTrafficHasNoFault(String window) throws Exception {
    assertThat(faults(Jsoup.parse(report()), window)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1280,1000", "375,800"})
  void thePageOfLabelsHasNoFault(String window) throws Exception {
    Path page = temporary.resolve("labels.html");
    Path camera = Repository.at("examples/sound-camera");
    Cli.run("schemes", "for", camera, "--format", "html", "-o", page).ends(0);
    assertThat(faults(Jsoup.parse(Files.readString(page)), window)).isEmpty();
  }

  /** The check itself can fail. */
  @ParameterizedTest
  @ValueSource(strings = {"1280,1000", "375,800"})
  void aReportWithoutLanguageAndTitleIsFaulty(String window) throws Exception {
    Document page = Jsoup.parse(report());
    page.select("title").remove();
    page.select("html").removeAttr("lang");
    assertThat(faults(page, window)).contains("document-title", "html-has-lang");
  }

  private String report() throws IOException {
    Path dossier = Repository.copyOfExample("careless-camera", temporary.resolve("camera"));
    Path rows = dossier.resolve("ixit/28-LogIntf.yaml");
    Files.writeString(
        rows,
        Files.readString(rows)
            .replaceFirst("protocol: tls\n", "$0    contacts: ['*.example.com']\n"));
    Cli.run("capture", dossier, CapturedHour.write(temporary.resolve("hour.pcap"))).ends(0);
    Path out = temporary.resolve("out");
    Cli.run("report", dossier, "--out", out).ends(10);
    String html = Files.readString(out.resolve("report.html"));
    assertThat(Jsoup.parse(html).select("table.contacts svg")).as("the charts").isNotEmpty();
    return html;
  }

  /** What axe says of a page; the page's own policy has to go, for it forbids every script. */
  private String faults(Document page, String window) throws Exception {
    page.select("meta[http-equiv=Content-Security-Policy]").remove();
    page.body().append("<script src=\"axe.min.js\"></script>");
    page.body().appendChild(new Element("script").appendChild(new org.jsoup.nodes.DataNode(RUN)));
    try (InputStream axe = getClass().getResourceAsStream("/axe.min.js")) {
      Files.copy(java.util.Objects.requireNonNull(axe), temporary.resolve("axe.min.js"));
    }
    Path file = Files.writeString(temporary.resolve("page.html"), page.outerHtml());
    String told = Jsoup.parse(browse(file, window)).select("#axe-result").text();
    assertThat(told).as("axe ran").startsWith("rules passed: ");
    return told.replaceFirst("rules passed: \\d+\\s*", "");
  }

  private String browse(Path file, String window) throws IOException, InterruptedException {
    return Chromium.dom(temporary, 60_000, file.toUri().toString(), "--window-size=" + window);
  }
}
