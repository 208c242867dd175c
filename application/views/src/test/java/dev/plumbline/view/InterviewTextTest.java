package dev.plumbline.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.PlanDifference;
import dev.plumbline.app.interview.InterviewStatements.Changes;
import dev.plumbline.app.interview.InterviewStatements.StatementChange;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.EditionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterviewTextTest {
  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void aChangedConditionOrFeatureIsShownWithItsMeaning(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    List<Condition> all =
        Stream.concat(
                catalogue.conditions().values().stream(), catalogue.features().values().stream())
            .toList();
    assertThat(all).isNotEmpty();
    for (Condition c : all) {
      StatementChange change =
          new StatementChange(c.label(), Optional.of(false), Optional.of(true));
      Changes changes = new Changes(List.of(change), List.of(), List.of(), List.of());
      List<String> lines =
          new InterviewText(catalogue).changed(changes, new PlanDifference(List.of(), List.of()));
      assertThat(oneLine(String.join(" ", lines)))
          .contains(" " + c.label() + ": yes, was no (" + oneLine(c.meaning()) + ")");
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
