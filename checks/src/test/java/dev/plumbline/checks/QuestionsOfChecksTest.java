package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every check lists its questions, and every unit that one decides is closed or open. */
class QuestionsOfChecksTest {
  /** Only ever lowered. */
  private static final int LISTED = 55;

  private static List<String> listed() throws IOException {
    try (InputStream in = Check.class.getResourceAsStream("checks-without-questions.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    }
  }

  @Test
  void theListOfChecksWithoutQuestionsOnlyShrinks() throws IOException {
    Set<String> names = Checks.load().all().stream().map(Checks::name).collect(Collectors.toSet());

    assertThat(listed()).isSubsetOf(names).doesNotHaveDuplicates();
    assertThat(listed()).hasSizeLessThanOrEqualTo(LISTED);
  }

  @ParameterizedTest
  @EnumSource(EditionId.class)
  void everyUnitThatAMachineDecidesIsClosedOrOpen(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    Set<UnitId> decided = new HashSet<>(Checks.load().decided(edition));
    catalogue.rules().values().stream()
        .filter(r -> r.whole() && r.holds().isPresent())
        .forEach(r -> decided.add(r.unit()));

    assertThat(catalogue.questions().keySet()).containsAll(decided);
  }
}
