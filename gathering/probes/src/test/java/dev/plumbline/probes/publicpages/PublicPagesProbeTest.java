package dev.plumbline.probes.publicpages;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.notFound;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.yaml.YamlReader;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicPagesProbeTest extends ProbeContract {
  private static final String POLICY =
      "<html lang=en><title>Reporting a vulnerability</title><p>Write to "
          + "<a href='mailto:psirt@maker.example'>our team</a>. We answer within 5 business days "
          + "and tell you every 30 days. We support the camera until 31 December 2030.</p>";

  @Override
  protected Probe probe() {
    return new PublicPagesProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.27.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    String authority = peer.address() + ":" + peer.port();
    return trial
        .page(trial.product().targets().getFirst().allows(peer.port()) ? authority : "other:80")
        .ixit(
            TableRole.USER_INFORMATION,
            info(Map.of("vulnerabilityPolicyUrl", "See http://" + authority + "/policy.")));
  }

  /**
   * That a hostile host has no valid security.txt is true of it; that it has one never would be.
   */
  @Override
  protected boolean isTrueOf(String peer, Observation fact) {
    return fact.key().equals("page.security-txt")
        && fact.flag("valid").equals(java.util.Optional.of(false));
  }

  private static IxitEntry info(Map<String, String> fields) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    fields.forEach(
        (key, text) ->
            cells.put(
                key,
                new Cell(
                    key,
                    YamlReader.read("\"" + text + "\"", "t.yaml", new Problems()).orElseThrow())));
    return new IxitEntry("2-UserInfo", IxitEntry.RECORD, cells, Place.of("t.yaml"));
  }

  private Result visit(WebDevice host) {
    try (Peer peer = Peer.at(address(), host)) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint()).run(probe());
    }
  }

  @Test
  void aPolicyIsReadWithItsContactAndTimes() {
    Observation seen =
        visit(new WebDevice(r -> r.path().equals("/policy") ? html(POLICY) : notFound()))
            .one("page.fetched");
    assertThat(seen.subject()).endsWith("/policy");
    assertThat(seen.text("purpose")).isEqualTo("vulnerabilityPolicyUrl");
    assertThat(seen.number("status")).contains(200L);
    assertThat(seen.text("title")).isEqualTo("Reporting a vulnerability");
    assertThat(seen.texts("emails")).containsExactly("psirt@maker.example");
    assertThat(seen.texts("durations")).containsExactly("5 business days", "30 days");
    assertThat(seen.texts("dates")).contains("2030-12-31");
    assertThat(seen.flag("loginWall")).contains(false);
    assertThat(seen.text("text")).contains("We answer within");
  }

  @Test
  void eachBlockAndRowOfAPageIsALineOfItsText() {
    String page =
        "<html lang=en><head><title>Times</title></head><body><h1>Times of ours</h1>"
            + "<table><tr><th>First response</th><td>2 days</td></tr>"
            + "<tr><th>Update <b>interval</b></th><td>14 days</td></tr></table>"
            + "<p>Write to us.<br>We are here</p></body></html>";
    Observation seen =
        visit(new WebDevice(r -> r.path().equals("/policy") ? html(page) : notFound()))
            .one("page.fetched");
    assertThat(seen.text("text"))
        .isEqualTo(
            """
            Times
            Times of ours
            First response | 2 days
            Update interval | 14 days
            Write to us.
            We are here\
            """);
  }

  /** The key stands on a page that the declared one links; of it nothing but a digest is kept. */
  @Test
  void aPrivateKeyOnALinkedPageIsToldByItsPublicPart() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    String pem = PublicPartTest.pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    Result result =
        visit(
            new WebDevice(
                r -> {
                  asked.add(r.path());
                  return switch (r.path()) {
                    case "/policy" ->
                        html(
                            POLICY
                                + "<a href='/proxy#key'>Proxy</a> <a href=/proxy>again</a>"
                                + "<a href='http://127.77.27.9/other'>elsewhere</a>"
                                + "<a href='mailto:a@b.example'>Mail</a><a href=/gone>old</a>");
                    case "/proxy" -> html("<p>Use this key:<pre>" + pem + "</pre>");
                    default -> notFound();
                  };
                }));
    PageFetched seen = result.one("page.fetched").as(PageFetched.class).orElseThrow();
    assertThat(seen.privateKeys().orElseThrow())
        .singleElement()
        .matches(k -> k.page().endsWith("/proxy"))
        .matches(k -> k.keySha256().equals(Digest.of(pair.getPublic().getEncoded()).hex()));
    assertThat(asked).containsOnlyOnce("/proxy", "/gone");
    assertThat(result.stored()).doesNotContain(pem.lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void aPageWithoutAKeyTellsOfNone() {
    Observation seen =
        visit(new WebDevice(r -> r.path().equals("/policy") ? html(POLICY) : notFound()))
            .one("page.fetched");
    assertThat(seen.as(PageFetched.class).orElseThrow().privateKeys()).contains(List.of());
  }

  @Test
  void redirectsAreFollowedWithinTheDeclaredHosts() {
    WebDevice host =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/policy" -> redirect("/security/policy");
                  case "/security/policy" -> html(POLICY);
                  default -> notFound();
                });
    assertThat(visit(host).one("page.fetched").text("final")).endsWith("/security/policy");
  }

  /** Nobody reads a page that every browser leaves at once. */
  @Test
  void aPageThatSendsItsReaderAwayAtOnceIsLeft() {
    String away =
        "<html><head><meta http-equiv=refresh content='0; url=/join'></head>" + POLICY + "</html>";
    String join =
        "<form method=post><input name=name><input type=password name=p></form>Become a member of our family first";
    WebDevice host =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/policy" -> html(away);
                  case "/join" -> html(join);
                  default -> notFound();
                });
    Observation seen = visit(host).one("page.fetched");
    assertThat(seen.text("final")).endsWith("/join");
    assertThat(seen.flag("loginWall")).contains(true);
  }

  @Test
  void aPageThatIsReadAgainOrWithoutScriptsAloneSentAwayIsRead() {
    String again = "<meta http-equiv=refresh content='300'>";
    String later = "<meta http-equiv=refresh content='60; url=/news'>";
    String itself = "<meta http-equiv=refresh content='5; url=/policy'>";
    String old = "<noscript><meta http-equiv=refresh content='0; url=/old'></noscript>";
    WebDevice host =
        new WebDevice(
            r ->
                r.path().equals("/policy")
                    ? html(again + later + itself + old + POLICY)
                    : notFound());
    assertThat(visit(host).one("page.fetched").text("final")).endsWith("/policy");
  }

  @Test
  void aHostThatIsNotDeclaredIsNotVisited() {
    Observation seen =
        visit(new WebDevice(r -> redirect("http://127.77.27.9:9/x"))).one("page.fetched");
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("publicPages");
  }

  @Test
  void aPageBehindALoginSaysSo() {
    Observation seen =
        visit(
                new WebDevice(
                    r ->
                        html(
                            "<p>Please sign in to see this page now</p><form method=post>"
                                + "<input name=u><input type=password name=p></form>")))
            .one("page.fetched");
    assertThat(seen.flag("loginWall")).contains(true);
  }

  /** More than forty words stand beside the form of the shop. */
  @Test
  void aSignInFormInTheHeadOfAPageIsNoWall() {
    String text = "We acknowledge each report of a weakness within three days. ".repeat(6);
    Observation seen =
        visit(
                new WebDevice(
                    r ->
                        html(
                            "<header><form method=post action=/shop/login><input name=u><input"
                                + " type=password name=p></form></header><main><p>"
                                + text
                                + "</p></main>")))
            .one("page.fetched");
    assertThat(seen.flag("loginWall")).contains(false);
  }

  @Test
  void aMissingPageIsAFact() {
    assertThat(visit(new WebDevice(r -> notFound())).one("page.fetched").number("status"))
        .contains(404L);
  }

  @Test
  void aPageMadeByAScriptIsForAPersonToRead() {
    Observation seen =
        visit(new WebDevice(r -> html("<div id=root></div><script src=a.js></script>")))
            .one("page.fetched");
    assertThat(seen.reason()).contains("script");
  }

  @Test
  void securityTxtIsFoundBesideThePolicy() {
    WebDevice host =
        new WebDevice(
            r ->
                r.path().equals("/.well-known/security.txt")
                    ? answer(
                        "200 OK",
                        "Content-Type: text/plain\r\n",
                        "Contact: mailto:psirt@maker.example\nExpires: 2999-01-01T00:00:00Z\n")
                    : html(POLICY));
    Observation seen = visit(host).one("page.security-txt");
    assertThat(seen.texts("contact")).containsExactly("mailto:psirt@maker.example");
    // Loopback has no TLS here; everything else is in order.
    assertThat(seen.texts("faults")).containsExactly("not-https", "far-expiry");
  }

  @Test
  void aPageInPlaceOfSecurityTxtIsNone() {
    Observation seen = visit(new WebDevice(r -> html(POLICY))).one("page.security-txt");
    assertThat(seen.texts("faults")).containsExactly("missing");
    assertThat(seen.flag("valid")).contains(false);
    assertThat((List<?>) seen.coverage().get("looked")).hasSize(2);
  }

  @Test
  void aFieldWithoutAnAddressIsSaidToHaveNone() {
    Result result =
        ProbeTrial.against()
            .ixit(TableRole.USER_INFORMATION, info(Map.of("setupUrl", "on the box")))
            .run(probe());
    assertThat(result.one("page.fetched").reason()).contains("setupUrl");
  }

  private static IxitEntry row(String table, String id, Map<String, String> fields) {
    return new IxitEntry(table, id, info(fields).cells(), Place.of("t.yaml"));
  }

  private Result told(WebDevice host) {
    try (Peer peer = Peer.at(address(), host)) {
      String authority = peer.endpoint().address() + ":" + peer.endpoint().port();
      return ProbeTrial.against(peer.endpoint())
          .page(authority)
          .ixit(
              TableRole.USER_INFORMATION,
              info(Map.of("sensorsUrl", "http://" + authority + "/sensors")))
          .ixit(
              TableRole.EXTERNAL_SENSORS,
              row("22-ExtSens", "ExtSens-1", Map.of("description", "Image sensor for pictures")))
          .ixit(
              TableRole.EXTERNAL_SENSORS,
              row("22-ExtSens", "ExtSens-2", Map.of("description", "Microphone")))
          .run(probe());
    }
  }

  @Test
  void itTellsWhichWordsOfTheRowsAPageHas() {
    Result result =
        told(
            new WebDevice(
                r ->
                    html(
                        "<title>Sensors</title><p>The camera has an image sensor. You should cover"
                            + " the image sensor while you undress.</p>")));
    List<Observation> rows = result.with("page.mentions");
    assertThat(rows)
        .extracting(Observation::subject)
        .containsExactly("22-ExtSens/ExtSens-1", "22-ExtSens/ExtSens-2");
    assertThat(rows.getFirst().texts("found")).containsExactly("image", "sensor");
    assertThat(rows.getFirst().texts("missing")).containsExactly("pictures");
    assertThat(rows.getFirst().texts("advice"))
        .containsExactly("You should cover the image sensor while you undress.");
    assertThat(rows.getLast().texts("found")).isEmpty();
    assertThat(rows.getLast().texts("advice")).isEmpty();
  }

  @Test
  void aPageThatNobodyCanReadMentionsNothing() {
    for (WebDevice host :
        List.of(
            new WebDevice(r -> notFound()),
            new WebDevice(
                r ->
                    answer(
                        "403 Forbidden",
                        "Content-Type: text/html\r\n",
                        "<p>The image sensor is for members.</p>")))) {
      assertThat(told(host).with("page.mentions"))
          .hasSize(2)
          .allSatisfy(o -> assertThat(o.outcome()).isEqualTo(Outcome.UNDETERMINED));
    }
  }
}
