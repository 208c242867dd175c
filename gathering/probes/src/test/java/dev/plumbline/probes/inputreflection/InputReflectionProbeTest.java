package dev.plumbline.probes.inputreflection;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.notFound;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class InputReflectionProbeTest extends ProbeContract {
  private static final String HELLO = "<p>hello</p>";

  @Override
  protected Probe probe() {
    return new InputReflectionProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.41.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return introduce(trial, peer, List.of(open("/", "page")));
  }

  private static ProbeTrial introduce(ProbeTrial trial, Endpoint peer, List<Object> open) {
    return trial
        .given("service.identified", peer.toString(), Map.of("protocol", "http", "tls", false))
        .given("http.surface", peer.toString(), Map.of("open", open));
  }

  private static Map<String, Object> open(String path, String kind) {
    return Map.of("path", path, "status", 200L, "title", "", "bytes", 1L, "kind", kind);
  }

  private Result run(WebDevice device, Object... open) {
    try (Peer peer = Peer.at(address(), device)) {
      return introduce(ProbeTrial.against(peer.endpoint()), peer.endpoint(), List.of(open))
          .run(probe());
    }
  }

  private Observation reflection(WebDevice device, Object... open) {
    return run(device, open).one("input.reflection");
  }

  private static List<String> reflected(Observation seen) {
    List<String> all = new ArrayList<>();
    if (seen.value().get("reflected") instanceof List<?> list) {
      list.forEach(
          r -> all.add(((Map<?, ?>) r).get("path") + " " + ((Map<?, ?>) r).get("parameter")));
    }
    return all;
  }

  private static String bare(Request request) {
    return request.path().split("\\?", 2)[0];
  }

  /** The query as it was meant, with a & before each parameter. */
  private static String query(Request request) {
    String[] parts = request.path().split("\\?", 2);
    return parts.length < 2 ? "" : "&" + URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
  }

  private static String value(Request request, String name) {
    String[] sides = query(request).split("&" + name + "=", 2);
    return sides.length < 2 ? "" : sides[1].split("&", 2)[0];
  }

  private static String escaped(String text) {
    return text.replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  @Test
  void aRedirectThatWritesLineBreaksOfThePathIntoItsHeaderIsSeenWithoutAnyPage() {
    WebDevice device =
        new WebDevice(
            r ->
                redirect(
                    "https://hub.local"
                        + URLDecoder.decode(r.path(), StandardCharsets.UTF_8)
                            .replace("\n", "\r\n")
                            .replace("\r\r", "\r")));
    assertThat(reflection(device).value().get("split"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("/plb%0d%0aX-Plb:%20a");
  }

  @Test
  void aPageThatWritesAParameterAsItCameReflectsIt() {
    WebDevice device = new WebDevice(r -> html(HELLO + value(r, "msg")));
    Result result = run(device, open("/", "login"));
    Observation seen = result.one("input.reflection");
    assertThat(reflected(seen)).containsExactly("/ msg");
    assertThat(seen.coverage()).isEqualTo(Map.of("tried", 7L, "paths", List.of("/")));
    assertThat(result.excerpt(seen)).contains("plb5<");
  }

  @Test
  void aPageThatEscapesAllOrSomeOfItReflectsNothing() {
    WebDevice device =
        new WebDevice(
            r ->
                html(
                    escaped(value(r, "msg"))
                        + value(r, "q").replace("'", "&#39;")
                        + value(r, "id").replaceAll("[^a-z0-9]", "")));
    Observation seen = reflection(device, open("/", "page"));
    assertThat(seen.outcome()).isEqualTo(Outcome.SEEN);
    assertThat(reflected(seen)).isEmpty();
    assertThat(seen.coverage()).containsEntry("tried", 7L);
  }

  @Test
  void whatComesBackAsDataIsNoPage() {
    WebDevice device =
        new WebDevice(
            r ->
                query(r).isEmpty()
                    ? html(HELLO)
                    : answer(
                        "200 OK",
                        "Content-Type: application/json\r\n",
                        "{\"q\":" + query(r) + "}"));
    Observation seen = reflection(device, open("/", "page"));
    assertThat(reflected(seen)).isEmpty();
    assertThat(seen.coverage()).containsEntry("tried", 7L);
  }

  @Test
  void anErrorPageReflectsToo() {
    WebDevice device =
        new WebDevice(
            r ->
                query(r).isEmpty()
                    ? html(HELLO)
                    : answer("400 Bad Request", "Content-Type: text/html\r\n", query(r)));
    assertThat(reflected(reflection(device, open("/", "page")))).contains("/ q", "/ lang");
  }

  @Test
  void linksAndSearchFormsAreTriedWithTheirOtherParameters() {
    WebDevice device =
        new WebDevice(
            r ->
                switch (bare(r)) {
                  case "/" ->
                      html(
                          "<a href='/log?day=3&unit=a'>log</a>"
                              + "<form action=find><input name=word><select name=in>"
                              + "<option value=all selected></select></form>");
                  case "/log" -> html(value(r, "day").equals("3") ? value(r, "unit") : "no day");
                  case "/find" -> html(value(r, "in").equals("all") ? value(r, "word") : "where?");
                  default -> notFound();
                });
    Observation seen = reflection(device, open("/", "page"));
    assertThat(reflected(seen)).containsExactlyInAnyOrder("/log unit", "/find word");
    assertThat(seen.coverage())
        .isEqualTo(Map.of("tried", 11L, "paths", List.of("/", "/find", "/log")));
  }

  @Test
  void nothingIsSubmittedThatChangesAnythingOrAsksForAPassword() {
    WebDevice device =
        new WebDevice(
            r ->
                html(
                    "<form method=post action=/a><input name=x></form>"
                        + "<form action=/b><input name=user><input type=password name=p></form>"
                        + "<form action=/save><input name=x></form>"
                        + "<a href='/c?cmd=reboot&when=1'>r</a><a href='/d?do=saveName&n=1'>s</a>"
                        + "<a href='http://192.0.2.9/e?x=1'>elsewhere</a>"));
    Observation seen =
        reflection(
            device, open("/", "page"), open("/setup", "configuration"), open("/u", "update"));
    assertThat(seen.coverage()).containsEntry("tried", 7L);
    assertThat(device.requests())
        .filteredOn(r -> !r.path().contains("plb%0"))
        .allSatisfy(
            r -> {
              assertThat(r.method()).isEqualTo("GET");
              assertThat(bare(r)).isEqualTo("/");
              assertThat(query(r)).doesNotContainIgnoringCase("script").doesNotContain("..");
            });
  }

  @Test
  void anEndpointGetsAtMostFortyRequests() {
    String links =
        String.join(
            "", IntStream.range(0, 90).mapToObj(i -> "<a href='/?p" + i + "=1'>x</a>").toList());
    WebDevice device = new WebDevice(r -> html(links));
    Observation seen =
        reflection(device, open("/", "page"), open("/1", "page"), open("/2", "page"));
    assertThat(device.requests()).hasSize(40);
    assertThat(seen.coverage()).containsEntry("tried", 34L);
  }

  @Test
  void aMarkerThatTheDeviceStoredIsNotTheEchoOfTheNext() {
    StringBuilder stored = new StringBuilder();
    WebDevice device =
        new WebDevice(
            r -> {
              stored.append(value(r, "q"));
              return html(stored.toString());
            });
    assertThat(reflected(reflection(device, open("/", "page")))).containsExactly("/ q");
  }

  @Test
  void whereNoPageIsOpenNothingCouldBeTried() {
    WebDevice device = new WebDevice(r -> html(HELLO));
    Observation seen = reflection(device, open("/health", "health"));
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("nothing was tried");
    assertThat(device.requests()).allMatch(r -> r.path().contains("plb"));
  }

  @Test
  void aServerThatSendsEveryoneAwayShowsNothing() {
    WebDevice device = new WebDevice(r -> query(r).isEmpty() ? html(HELLO) : redirect("/login"));
    Observation seen = reflection(device, open("/", "page"));
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("None of 7 parameters");
  }

  @Test
  void withoutASurfaceItIsNotKnownWhereToTry() {
    try (Peer peer = Peer.at(address(), new WebDevice(r -> html(HELLO)))) {
      Result result =
          ProbeTrial.against(peer.endpoint())
              .given(
                  "service.identified",
                  peer.endpoint().toString(),
                  Map.of("protocol", "http", "tls", false))
              .givenUnanswered("http.surface", peer.endpoint().toString(), "fell silent")
              .run(probe());
      assertThat(result.one("input.reflection").reason()).contains("not known");
    }
  }
}
