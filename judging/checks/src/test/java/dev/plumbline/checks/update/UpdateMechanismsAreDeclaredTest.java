package dev.plumbline.checks.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateMechanismsAreDeclaredTest extends CheckContract {
  @Override
  protected Check check() {
    return new UpdateMechanismsAreDeclared();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows("7-UpdMech", "- {id: UpdMech-1, description: Pulled from the maker.}")
        .tcp("443")
        .udp()
        .service(443, "{protocol: http}")
        .seen(
            "http.surface",
            Scene.endpoint(443),
            "{open: [{path: /login, kind: login}], guarded: [/config]}",
            "{paths: 60, unanswered: []}");
  }

  @Override
  protected Scene refuted() {
    return holding()
        .seen(
            "http.surface",
            Scene.endpoint(443),
            "{open: [{path: /firmware, kind: update}], guarded: []}",
            "{paths: 60, unanswered: []}");
  }

  @Override
  protected String refutedBy() {
    return "http.surface";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void anUndeclaredRouteContradictsTheTable() {
    assertThat(contradiction(refuted()))
        .isEqualTo("ixit/7-UpdMech.yaml:1:3: 7-UpdMech lists every update mechanism.");
  }

  @Test
  void aRouteAtADeclaredServiceIsDeclared() {
    holds(refuted().rows("7-UpdMech", "- {id: UpdMech-1, endpoints: [tcp/443]}"));
  }

  @Test
  void aRouteBehindALoginIsLookedAtByAPerson() {
    undetermined(
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{open: [], guarded: [/cgi-bin/firmware.cgi]}",
                "{paths: 60, unanswered: []}"),
        "what stands behind the login");
  }

  @Test
  void pathsWithoutAnAnswerAreAGap() {
    undetermined(
        holding().seen("http.surface", Scene.endpoint(443), "{open: []}", "{unanswered: [/fw]}"),
        "gave no answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "ssh", "mqtt", "unknown"})
  void anyOtherServiceMayTakeUpdates(String protocol) {
    undetermined(
        holding().tcp("443", "2000").service(2000, "{protocol: " + protocol + "}"),
        "takes updates, nobody tried");
  }

  @Test
  void aRadioThatNobodyListenedToIsAGap() {
    undetermined(
        holding()
            .rows(
                "15-PhyIntf",
                "- {id: PhyIntf-2, description: Bluetooth, air: true, status: enabled}"),
        "updates over [PhyIntf-2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other: [{path: /cgi-bin/firmware, status: 405}]",
        "redirects: [{path: /upgrade, to: /index.html}]"
      })
  void aRouteThatAnswersAGetOtherwiseIsLookedAtByAPerson(String web) {
    undetermined(
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{" + web + "}",
                "{paths: 60, unanswered: []}"),
        "a person looks");
  }

  @Test
  void aPathThatLeadsToAnotherServiceIsNoRouteHere() {
    holds(
        holding()
            .seen(
                "http.surface",
                Scene.endpoint(443),
                "{redirects: [{path: /upgrade, to: 'https://192.0.2.1:8443/upgrade'}]}",
                "{paths: 60, unanswered: []}"));
  }

  @Test
  void aDescribedRouteThatNobodyCalledIsLookedAtByAPerson() {
    undetermined(
        holding()
            .seen(
                "api.surface",
                Scene.endpoint(443),
                "{open: []}",
                "{skipped: [/api/v1/firmware], unanswered: []}"),
        "/api/v1/firmware");
    violated(
        holding()
            .seen(
                "api.surface",
                Scene.endpoint(443),
                "{open: [{path: /api/fw, kind: update}]}",
                "{skipped: [], unanswered: []}"));
  }

  @Test
  void aServiceOfWhichNoPathWasTriedMayTakeUpdates() {
    undetermined(
        holding()
            .seen("http.surface", Scene.endpoint(443), "{open: []}", "{paths: 0, unanswered: []}"),
        "no path");
  }

  private Scene web(String value, String coverage) {
    return holding().seen("http.surface", Scene.endpoint(443), value, coverage);
  }

  @Test
  void aPathThatAPageNamesAndNobodyAskedIsLookedAtByAPerson() {
    undetermined(
        web("{open: []}", "{paths: 60, unanswered: [], left: [/firmware, /home]}"),
        "[/firmware], a person looks");
    Scene home = web("{open: []}", "{paths: 60, unanswered: [], left: [/home, /news]}");
    holds(home);
    assertThat(questionLog(home).notLookedAt())
        .contains("2 paths that pages of tcp/192.0.2.1/443 name");
    assertThat(questionLog(home).lookedAt()).contains("60 paths of tcp/192.0.2.1/443");
    assertThat(
            questionLog(web("{open: []}", "{paths: 60, unanswered: [], left: []}")).notLookedAt())
        .noneMatch(p -> p.contains("that pages of"));
  }

  @Test
  void onlyAnOpenRouteForImagesRefutes() {
    holds(web("{open: [{path: /a, kind: settings}]}", "{paths: 60, unanswered: []}"));
    assertThat(violated(refuted()).reason()).contains("/firmware takes a firmware image");
  }

  private Scene described(String value, String coverage) {
    return holding().seen("api.surface", Scene.endpoint(443), value, coverage);
  }

  @Test
  void whatADescriptionNamesCountsLikeWhatAPageNames() {
    undetermined(
        described("{open: [], guarded: [/api/fw]}", "{paths: 7, skipped: [], unanswered: []}"),
        "[/api/fw]");
    undetermined(
        described("{open: []}", "{paths: 7, skipped: [], unanswered: [/api/fw]}"), "[/api/fw]");
    Scene sound =
        described(
            "{open: [{path: /api/a, kind: settings}], guarded: [/api/b]}",
            "{paths: 7, skipped: [/api/c], unanswered: [/api/d]}");
    holds(sound);
    assertThat(questionLog(sound).lookedAt()).contains("7 described paths of tcp/192.0.2.1/443");
    assertThat(sound.judge(check()).basis()).anyMatch(o -> o.key().equals("api.surface"));
  }
}
