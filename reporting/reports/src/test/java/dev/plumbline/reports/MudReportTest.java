package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Ixit;
import dev.plumbline.reports.mud.MudReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MudReportTest {
  static final Ixit IXIT =
      Written.ixit(
          Map.of(
              "contacts",
              List.of("api.example", "\"*.example.net\"", "198.51.100.7", "\"2001:db8::1\""),
              "endpoints",
              List.of("tcp/8443", "udp/5353")));

  private static JsonNode file(Ixit ixit) throws IOException {
    return JsonMapper.shared()
        .readTree(
            Written.by(new MudReport(), Results.with("Camera"), Written.context(ixit, List.of())));
  }

  private static JsonNode list(String name) throws IOException {
    for (JsonNode list : file(IXIT).at("/ietf-access-control-list:acls/acl")) {
      if (list.get("name").asString().equals(name)) {
        return list.at("/aces/ace");
      }
    }
    throw new AssertionError("no list " + name);
  }

  @Test
  void theListsLetThroughWhatIsDeclaredAndNothingElse() throws IOException {
    assertThat(list("plumbline-ipv4-fr"))
        .extracting(e -> e.get("name").asString())
        .containsExactly(
            "call-api.example", "call-198.51.100.7", "serve-tcp-8443", "serve-udp-5353");
    assertThat(list("plumbline-ipv6-fr"))
        .extracting(e -> e.get("name").asString())
        .containsExactly(
            "call-api.example", "call-2001:db8::1", "serve-tcp-8443", "serve-udp-5353");
    assertThat(list("plumbline-ipv4-to").get(2).toString())
        .contains("\"ietf-mud:direction-initiated\":\"to-device\"")
        .contains("\"destination-port\":{\"operator\":\"eq\",\"port\":8443}");
  }

  @Test
  void everyPolicyNamesListsThatExist() throws IOException {
    JsonNode file = file(IXIT);
    List<String> lists =
        file.at("/ietf-access-control-list:acls/acl").values().stream()
            .map(l -> l.get("name").asString())
            .toList();
    for (String policy : List.of("from-device-policy", "to-device-policy")) {
      JsonNode named = file.at("/ietf-mud:mud/" + policy + "/access-lists/access-list");
      assertThat(named).hasSize(2);
      named.forEach(n -> assertThat(lists).contains(n.get("name").asString()));
    }
  }

  @Test
  void theAddressOfTheFileIsNoRealOne() throws IOException {
    assertThat(file(IXIT).at("/ietf-mud:mud/mud-url").asString())
        .startsWith("https://maker.invalid/");
  }

  @Test
  void whatIsSwitchedOffOpensNothing() throws IOException {
    Ixit off =
        Written.ixit(
            Map.of(
                "contacts", List.of("api.example"),
                "endpoints", List.of("tcp/2323"),
                "status", List.of("disabled permanently")));
    assertThat(file(off).toString()).contains("api.example").doesNotContain("2323");
  }

  @Test
  void longNamesThatBeginAlikeAreEntriesOfTheirOwn() throws IOException {
    String alike = "a".repeat(60) + ".";
    Ixit both = Written.ixit(Map.of("contacts", List.of(alike + "b.example", alike + "c.example")));
    JsonNode entries = file(both).at("/ietf-access-control-list:acls/acl/0/aces/ace");
    assertThat(entries)
        .extracting(e -> e.get("name").asString())
        .hasSize(2)
        .doesNotHaveDuplicates();
    entries.forEach(e -> assertThat(e.get("name").asString()).hasSizeLessThanOrEqualTo(64));
  }

  @Test
  void whatIsNoHostOpensNothing() throws IOException {
    Ixit hostile = Written.ixit(Map.of("contacts", List.of("\"a b;{}\"", "api.example")));
    assertThat(file(hostile).toString()).doesNotContain("a b;").contains("api.example");
  }

  @Test
  void anIxitThatIsSilentOnCallsIsNoDeviceThatCallsNobody() {
    for (Ixit silent :
        List.of(new Ixit(Map.of()), Written.ixit(Map.of("endpoints", List.of("tcp/8443"))))) {
      assertThat(new MudReport().lacks(Results.with("Camera"), Written.context(silent, List.of())))
          .isPresent();
    }
  }
}
