package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.reports.html.SchemePage;
import dev.plumbline.reports.html.SchemeResult;
import dev.plumbline.scheme.Ask;
import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.Eligibility.Availability;
import dev.plumbline.scheme.Need;
import dev.plumbline.scheme.NextLevel;
import dev.plumbline.scheme.Outcome;
import dev.plumbline.scheme.Validity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SchemePageTest {
  private static final SchemeCatalogue SCHEMES = Schemes.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final String HOSTILE = "<script>alert(1)</script>\u202Eevil\u001b[31m${y}";

  private static List<Eligibility> levels(String foreign) {
    Need need =
        new Need(
            new ProvisionId("5.1-1"),
            List.of(),
            List.of(new ProvisionId("5.1-1")),
            Need.State.FAILED,
            Optional.empty(),
            "fail",
            foreign,
            foreign);
    return SCHEMES.schemes().stream()
        .flatMap(
            s ->
                s.levels().stream()
                    .map(
                        l ->
                            new Eligibility(
                                s,
                                l,
                                l.rank() == 1 ? Outcome.ELIGIBLE : Outcome.CANNOT_TELL,
                                Availability.YES,
                                List.of(need),
                                l.requirements().stream()
                                    .map(
                                        r ->
                                            new Ask(
                                                l, r, Ask.State.SHOWN, foreign, Optional.empty()))
                                    .toList(),
                                List.of("An obstacle."),
                                List.of(),
                                new Validity(Optional.of(DAY), List.of("Why."), List.of()),
                                List.of())))
        .toList();
  }

  private static String page(String foreign) throws IOException {
    List<Eligibility> levels = levels(foreign);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SchemePage.write(
        new SchemeResult(
            foreign, "EN 303 645", DAY, DAY, levels, NextLevel.among(levels), "Plumbline 0"),
        out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyLevelStandsInTheMatrixAndInTheDetailsOnce() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    int levels = levels("").size();
    assertThat(page.select(".matrix tbody tr")).hasSize(levels);
    assertThat(page.select("details.group[id]")).hasSize(levels);
    assertThat(page.select(".matrix a").eachAttr("href"))
        .allSatisfy(a -> assertThat(page.getElementById(a.substring(1))).isNotNull());
  }

  @Test
  void aBarIsWholeAndSaidInWords() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    assertThat(page.select(".matrix svg"))
        .isNotEmpty()
        .allSatisfy(
            svg -> {
              assertThat(svg.attr("aria-label")).contains("0 of 1 provisions, 1 failed");
              double width =
                  svg.select("rect").stream()
                      .mapToDouble(r -> Double.parseDouble(r.attr("width")))
                      .sum();
              assertThat(width).isBetween(99.9, 100.1);
            });
  }

  @Test
  void foreignTextIsShownAndNeverRuns() throws IOException {
    String html = page(HOSTILE);
    Document page = Jsoup.parse(html);
    assertThat(page.select("script, img, iframe, object, embed, form, link")).isEmpty();
    assertThat(page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
        .noneMatch(a -> a.getKey().startsWith("on") || a.getKey().equals("style"));
    assertThat(html).doesNotContain("\u202E", "\u001b");
    assertThat(page.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void thePolicyAllowsNothingButTheOneStyleSheet() throws Exception {
    Document page = Jsoup.parse(page("Camera"));
    byte[] css = page.select("style").getFirst().data().getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(css));
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void theSameGivesTheSameBytes() throws IOException {
    assertThat(page("Camera")).isEqualTo(page("Camera"));
  }
}
