package dev.plumbline.probes.inputvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is sent where another probe or a form told what a path takes. */
class KnownBodiesTest {
  private static final String ADDRESS = "127.77.43.1";
  private static final String TYPE = "urn:schemas-upnp-org:service:Example:1";
  private static final String DOCUMENT =
      """
      {"openapi": "3.0.0", "servers": [{"url": "/v1"}],
       "paths": {
         "/lamp/{id}": {"put": {"requestBody": {"content": {"application/json": {"schema":
            {"$ref": "#/components/schemas/Lamp"}}}}}},
         "/reset": {"post": {"requestBody": {"content": {"application/json": {"schema":
            {"type": "object"}}}}}}},
       "components": {"schemas": {"Lamp": {"type": "object", "properties": {
         "level": {"type": "integer"}, "name": {"type": "string", "maxLength": 20}}}}}}
      """;

  private static Observation seen(
      WebDevice device, String protocol, Map<String, Map<String, Object>> told) {
    return seen(device, protocol, told, new InputValidationProbe());
  }

  private static Observation seen(
      WebDevice device,
      String protocol,
      Map<String, Map<String, Object>> told,
      InputValidationProbe probe) {
    try (Peer peer = Peer.at(ADDRESS, device)) {
      String at = peer.endpoint().toString();
      ProbeTrial trial =
          ProbeTrial.against(peer.endpoint())
              .given("service.identified", at, Map.of("protocol", protocol, "tls", false));
      told.forEach((key, value) -> trial.given(key, at, value));
      return trial.run(probe).one("input.validation");
    }
  }

  private static Map<String, Object> surface() {
    return Map.of("open", List.of(Map.of("path", "/", "kind", "page")), "guarded", List.of());
  }

  private static Observation api(Function<Request, Optional<String>> put, WebDevice[] kept) {
    return api(put, kept, new InputValidationProbe());
  }

  private static Observation api(
      Function<Request, Optional<String>> put, WebDevice[] kept, InputValidationProbe probe) {
    WebDevice device =
        new WebDevice(
            r ->
                switch (r.path()) {
                  case "/openapi.json" ->
                      WebDevice.answer("200 OK", "Content-Type: application/json\r\n", DOCUMENT);
                  case "/v1/lamp/plumbline" ->
                      r.method().equals("PUT")
                          ? put.apply(r).orElse(refusal())
                          : WebDevice.answer("405 No", "", "");
                  default -> r.path().equals("/") ? WebDevice.html("hello") : WebDevice.notFound();
                });
    kept[0] = device;
    return seen(
        device,
        "http",
        Map.of(
            "http.surface", surface(),
            "api.surface", Map.of("documents", List.of(Map.of("path", "/openapi.json")))),
        probe);
  }

  private static String refusal() {
    return WebDevice.answer("400 Bad Request", "", "no");
  }

  @Test
  void aDescribedApiGetsBodiesThatBreakItsSchemasAndNoOther() {
    WebDevice[] device = new WebDevice[1];
    Observation told = api(r -> Optional.empty(), device);
    assertThat(told.value().get("findings")).isEqualTo(List.of());
    assertThat(told.coverage().get("places")).asString().contains("/v1/lamp/plumbline");
    assertThat(told.coverage().get("skipped")).asString().contains("/v1/reset");
    List<String> bodies =
        device[0].requests().stream()
            .filter(r -> r.method().equals("PUT"))
            .map(Request::body)
            .toList();
    assertThat(bodies)
        .contains("{\"level\":\"plumbline\"}", "{\"level\":1e999}", "{\"level\":")
        .anyMatch(b -> b.startsWith("{\"name\":\"AAAA"))
        .noneMatch(b -> b.matches("\\{\"level\":\\d+\\}|\\{\"name\":\"[^A\"]{0,20}\"\\}"));
    assertThat(device[0].requests()).noneMatch(r -> r.path().equals("/v1/reset"));
  }

  @Test
  void anApiThatAnswersWithATraceIsFoundAndTheBodyShortened() {
    String trace = "Traceback (most recent call last):\n  boom";
    Observation told =
        api(
            r ->
                r.body().contains("1e999")
                    ? Optional.of(WebDevice.answer("500 Error", "", trace))
                    : Optional.empty(),
            new WebDevice[1]);
    assertThat(told.value().get("findings"))
        .asString()
        .contains("kind=leak", "class=json-schema", "place=/v1/lamp/plumbline", "1e999")
        .doesNotContain("level");
  }

  @Test
  void whatIsNotSentInTimeIsToldAndNotTakenForSilence() {
    Observation told =
        api(r -> Optional.empty(), new WebDevice[1], new InputValidationProbe(Duration.ZERO));
    assertThat(told.seen()).isTrue();
    assertThat(told.value().get("findings")).isEqualTo(List.of());
    assertThat(told.coverage())
        .containsEntry("complete", false)
        .extractingByKey("skipped")
        .asString()
        .contains("the rest=not sent within 0 s");
  }

  private static WebDevice form(String field) {
    return new WebDevice(
        r ->
            r.path().equals("/") && r.method().equals("GET")
                ? WebDevice.html(
                    "<form method=post action=/keep enctype=multipart/form-data><input type=file name="
                        + field
                        + "></form>")
                : r.path().equals("/keep") || r.path().equals("/")
                    ? refusal()
                    : WebDevice.notFound());
  }

  @Test
  void aFormThatTakesAFileGetsUploadsThatBreakOff() {
    WebDevice device = form("picture");
    Observation told = seen(device, "http", Map.of("http.surface", surface()));
    assertThat(told.coverage().get("places")).asString().contains("/keep");
    List<String> sent =
        device.requests().stream()
            .filter(r -> r.path().equals("/keep") && r.method().equals("POST"))
            .map(Request::body)
            .toList();
    assertThat(sent)
        .anyMatch(b -> b.contains("name=\"picture\""))
        .noneMatch(b -> b.contains("--plb--"));
  }

  @Test
  void aFormThatTakesAnUpdateIsLeftAlone() {
    WebDevice device = form("firmware");
    Observation told = seen(device, "http", Map.of("http.surface", surface()));
    assertThat(told.reason() + told.coverage()).contains("its form takes an update");
    assertThat(device.requests()).noneMatch(r -> r.path().equals("/keep"));
  }

  private static Observation control(Function<Request, String> answers, WebDevice[] kept) {
    kept[0] =
        new WebDevice(
            r ->
                r.path().equals("/ctl") && r.method().equals("POST")
                    ? answers.apply(r)
                    : WebDevice.answer("405 No", "", ""));
    return seen(
        kept[0],
        "upnp",
        Map.of(
            "upnp.control", Map.of("controls", List.of(Map.of("path", "/ctl", "service", TYPE)))));
  }

  @Test
  void theControlOfUpnpGetsCallsOfActionsThatNoServiceHas() {
    WebDevice[] device = new WebDevice[1];
    String fault = "<s:Envelope><s:Body><s:Fault>401</s:Fault></s:Body></s:Envelope>";
    Observation told = control(r -> WebDevice.answer("500 Error", "", fault), device);
    assertThat(told.value().get("findings")).as("%s", told).isEqualTo(List.of());
    assertThat(told.coverage()).containsEntry("complete", true);
    assertThat(device[0].requests())
        .filteredOn(r -> r.method().equals("POST"))
        .hasSizeGreaterThan(8)
        .anyMatch(r -> r.body().contains(TYPE))
        .allMatch(r -> !r.body().contains("<u:") || r.body().contains("<u:Plumbline"));
  }

  @Test
  void aControlThatFailsWithoutAFaultIsFound() {
    Observation told =
        control(
            r ->
                r.body().length() > 3_000
                    ? WebDevice.answer("500 Error", "", "")
                    : WebDevice.answer("400 Bad", "", ""),
            new WebDevice[1]);
    assertThat(told.value().get("findings")).asString().contains("kind=error", "soap-long");
  }
}
