package dev.plumbline.insight.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers and statements that come, go, or say something else. */
class IcsChangesTest {
  private static final Catalogue EDITION = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final Ics EMPTY = new Ics(Map.of(), Map.of(), Map.of());
  private static final Place PLACE = Place.of("ics.yaml");

  private static List<String> changes(Ics before, Ics after) {
    return IcsChanges.of(before, after, new Titles(EDITION, EDITION)).stream()
        .map(c -> c.part().word() + " " + c.brief() + ": " + c.before() + "|" + c.after())
        .toList();
  }

  private static Map<String, Statement> statements(Statement... all) {
    Map<String, Statement> map = new LinkedHashMap<>();
    List.of(all).forEach(s -> map.put(s.label(), s));
    return map;
  }

  private static Statement said(String label, boolean holds, String because) {
    return new Statement(label, holds, because, PLACE);
  }

  private static Ics answers(IcsAnswer... all) {
    Map<ProvisionId, IcsAnswer> map = new LinkedHashMap<>();
    List.of(all).forEach(a -> map.put(a.provision(), a));
    return new Ics(Map.of(), Map.of(), map);
  }

  private static IcsAnswer answer(String id, Support support, String detail, String... evidence) {
    return new IcsAnswer(new ProvisionId(id), support, detail, List.of(evidence), PLACE);
  }

  @Test
  void eachPartOfAnAnswerIsComparedByItself() {
    Ics before = answers(answer("5.1-1", Support.YES, "So.", "a", "b"));
    assertThat(changes(before, before)).isEmpty();
    assertThat(changes(before, answers(answer("5.1-1", Support.NO, " So.\n", "a", "b"))))
        .containsExactly("answer 5.1-1 support changed: Y|N");
    assertThat(changes(before, answers(answer("5.1-1", Support.YES, "Otherwise.", "a", "b"))))
        .containsExactly("answer 5.1-1 detail changed: So.|Otherwise.");
    assertThat(changes(before, answers(answer("5.1-1", Support.YES, "So.", "a"))))
        .containsExactly("answer 5.1-1 evidence changed: a, b|a");
  }

  @Test
  void answersThatComeOrGoAreToldInTheOrderOfTheStandard() {
    Ics one = answers(answer("5.10-1", Support.YES, ""));
    Ics other = answers(answer("5.2-1", Support.YES, ""));
    assertThat(changes(one, other))
        .containsExactly("answer 5.2-1 support added: |Y", "answer 5.10-1 support removed: Y|");
  }

  @Test
  void conditionsAndFeaturesAreToldWithWhatSpeaksForThem() {
    Ics before =
        new Ics(
            statements(said("2", true, "It has one."), said("10", false, "")),
            statements(said("a", false, "")),
            Map.of());
    Ics after =
        new Ics(
            statements(said("2", true, "It has two."), said("10", true, "")),
            statements(said("a", true, "By a role.")),
            Map.of());
    assertThat(changes(before, before)).isEmpty();
    assertThat(changes(before, after))
        .containsExactly(
            "condition 2 because changed: It has one.|It has two.",
            "condition 10 holds changed: no|yes",
            "feature a present changed: no|yes",
            "feature a because added: |By a role.");
    assertThat(changes(EMPTY, before))
        .containsExactly(
            "condition 2 holds added: |yes",
            "condition 2 because added: |It has one.",
            "condition 10 holds added: |no",
            "feature a present added: |no");
    assertThat(changes(before, EMPTY)).hasSize(4).contains("feature a present removed: no|");
  }

  @Test
  void aChangeHasTheTitleOfTheStandard() {
    Ics after =
        new Ics(
            statements(said("2", true, "")),
            statements(said("a", true, "")),
            answers(answer("5.1-1", Support.YES, "")).answers());
    Titles titles = new Titles(EDITION, EDITION);
    assertThat(IcsChanges.of(EMPTY, after, titles))
        .extracting(Change::title)
        .containsExactly(
            titles.condition("2"), titles.feature("a"), titles.provision(new ProvisionId("5.1-1")));
  }
}
