package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.judging.traffic.TrafficSeen;
import dev.plumbline.reports.html.HtmlReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>\u202Eevil\u001b[31m{{x}}${y}";

  private static String page(String foreign) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlReport().write(Results.with(foreign), Written.context(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void foreignMarkupIsShownAndNeverRuns() throws IOException {
    Document page = Jsoup.parse(page(HOSTILE));
    assertThat(page.select("script, img, iframe, object, embed, form, link")).isEmpty();
    assertThat(page.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()))
        .noneMatch(a -> a.getKey().startsWith("on") || a.getKey().equals("style"));
    assertThat(page.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void invisibleCharactersOfADeviceReachThePageAsText() throws IOException {
    assertThat(page(HOSTILE))
        .doesNotContain("\u202E")
        .doesNotContain("\u001b")
        .contains("\\u202eevil");
  }

  @Test
  void thePolicyAllowsNothingButTheOneStyleSheet() throws Exception {
    Document page = Jsoup.parse(page("Camera"));
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    String css = page.select("style").getFirst().data();
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.select("style")).hasSize(1);
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    assertThat(page.select("[src], [href]").stream().map(e -> e.attr("src") + e.attr("href")))
        .allMatch(a -> a.startsWith("#"));
  }

  @Test
  void theFirstPageSaysVerdictCountsAndWhatWasNotTested() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    List<String> headings = page.select("h2").eachText();
    assertThat(headings.getFirst()).isEqualTo("Overall: FAIL");
    assertThat(headings.get(1)).isEqualTo("Flaws seen");
    assertThat(headings.get(2)).isEqualTo("What was not tested");
    assertThat(page.select(".counts dt").eachText())
        .containsExactly(
            "Declared",
            "Planned",
            "Executed",
            "Evidenced",
            "Proved",
            "Confirmed",
            "Decided",
            "Searched");
    assertThat(page.select("section[aria-labelledby=untested]").text())
        .contains("Nobody looked: Camera");
  }

  @Test
  void thePageEndsWithWhatWouldSettleMost() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    assertThat(page.select("main h2").eachText().getLast()).isEqualTo("What would settle most");
    assertThat(page.select("section[aria-labelledby=settle] li").eachText())
        .containsExactly(
            "plumbline test DIR: nobody has asked the device yet settles 1 item: 5.6-1-2b",
            "plumbline walk DIR: a person examines and decides settles 1 item: 5.6-1-1a");
    assertThat(page.select("section[aria-labelledby=untested] a[href=#settle]")).hasSize(1);
  }

  @Test
  void anItemWithoutAnAnswerIsNeverShownAsPassed() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    assertThat(page.select("[id=i-5.6-1-2b_DUT] .chip").text()).isEqualTo("INCONCLUSIVE");
    assertThat(page.select("[id=i-5.6-1-1a_DUT] .chip").text()).isEqualTo("INCONCLUSIVE");
  }

  @Test
  void aFlawSeenAtADeclinedProvisionStandsOnTheFirstPageAndLeadsThere() throws IOException {
    Document page = Jsoup.parse(Written.by(new HtmlReport(), Results.seenAside("Camera")));
    Element row = page.select("section[aria-labelledby=flaws] tbody tr").getLast();
    assertThat(row.select("td").eachText())
        .containsExactly(
            "5.6-5-2a@DUT", "Seen aside: Camera", "tcp.open-ports DUT", "declined, answered N");
    String anchor = row.select("a").attr("href").substring(1);
    assertThat(page.expectFirst("[id=" + anchor + "]").text()).contains("5.6-5");
  }

  @Test
  void aDeclinedRecommendationIsShownAsDeclined() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    assertThat(page.select("details.group summary").eachText().getLast()).startsWith("declined");
  }

  @Test
  void everyFailureLinksToItsItem() throws IOException {
    Document page = Jsoup.parse(page("Camera"));
    for (Element link : page.select("a[href^=#]")) {
      assertThat(page.getElementById(link.attr("href").substring(1)))
          .as(link.attr("href"))
          .isNotNull();
    }
  }

  @Test
  void aBannerOfTenMegabytesLeavesAPageOfReasonableSize() throws IOException {
    assertThat(page("x".repeat(10_000_000)).length()).isLessThan(200_000);
  }

  private static Element traffic(TrafficSeen seen) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlReport().write(Results.with(seen), Written.context(), out);
    return Jsoup.parse(out.toString(StandardCharsets.UTF_8))
        .select("section[aria-labelledby=traffic]")
        .getFirst();
  }

  @Test
  void withoutACaptureTheReportSaysThatNoneWasRead() throws IOException {
    Element section = traffic(new TrafficSeen.None("No capture was read."));
    assertThat(section.text()).contains("No capture was read.");
    assertThat(section.select("svg, table")).isEmpty();
  }

  @Test
  void everyContactSaysWhetherItIsDeclaredAndReadable() throws IOException {
    Element section =
        Jsoup.parse(page("Camera")).select("section[aria-labelledby=traffic]").getFirst();
    List<String> tags =
        section.select("tbody tr").stream().map(r -> r.select(".tag").text()).toList();
    assertThat(tags)
        .containsExactly(
            "not declared clear text password was readable declared value was readable"
                + " Camera was readable",
            "declared encrypted",
            "not compared readability not known",
            "the network's own partly clear text");
    assertThat(section.text())
        .contains("1 contact is in no row")
        .contains("The capture lacks something: 12 radio frames are encrypted.")
        .contains("in an earlier capture")
        .contains("1.5 kB sent, 900 kB received; 3 connections, 1 of them refused or unanswered");
  }

  @Test
  void theChartsStayWithinTheirFrame() throws IOException {
    Element section =
        Jsoup.parse(page("Camera")).select("section[aria-labelledby=traffic]").getFirst();
    assertThat(section.select("svg rect"))
        .isNotEmpty()
        .allSatisfy(
            r -> {
              double x = Double.parseDouble(r.attr("x"));
              assertThat(x).isBetween(0.0, 1000.0);
              assertThat(x + Double.parseDouble(r.attr("width"))).isLessThanOrEqualTo(1000.1);
            });
    assertThat(section.select("path.out").attr("d")).startsWith("M250.0 108.0v-108.0h212.5v108.0z");
  }

  @Test
  void aThousandContactsLeaveAPageOfReasonableSize() throws IOException {
    TrafficSeen.Picture some = (TrafficSeen.Picture) Results.with("Camera").traffic();
    Element section =
        traffic(
            new TrafficSeen.Picture(
                "pcap 1",
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(),
                0,
                0,
                Optional.empty(),
                Collections.nCopies(1_000, some.contacts().getFirst())));
    assertThat(section.select("tbody tr")).hasSize(60);
    assertThat(section.text()).contains("940 more contacts");
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(page("Camera")).isEqualTo(page("Camera"));
  }
}
