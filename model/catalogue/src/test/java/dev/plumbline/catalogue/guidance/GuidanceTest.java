package dev.plumbline.catalogue.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No placeholder texts: everything is there, long enough to help, and said once. */
final class GuidanceTest {
  private static final int FEWEST_WORDS = 40;

  private final Guidance guidance = new Guidance();

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyProvisionHasAllItsTexts(EditionId edition) {
    List<String> faults = new ArrayList<>();
    for (ProvisionId id : CatalogueLoader.load(edition).provisions().keySet()) {
      String file = "guidance/provisions/" + id + ".yaml";
      Optional<ProvisionGuidance> found = guidance.provision(id);
      if (found.isEmpty()) {
        faults.add(file + ": missing");
      } else {
        found.get().texts().forEach((name, text) -> shortOf(faults, file + " " + name, text));
      }
    }
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyUnitHasAllItsTexts(EditionId edition) {
    List<String> faults = new ArrayList<>();
    for (UnitId id : CatalogueLoader.load(edition).units().keySet()) {
      String file =
          "guidance/units/" + edition.testVersion() + "/" + id.provision() + ".yaml " + id;
      Optional<UnitGuidance> found = guidance.unit(edition, id);
      if (found.isEmpty()) {
        faults.add(file + ": missing");
      } else {
        texts(found.get()).forEach((name, text) -> shortOf(faults, file + " " + name, text));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void noSentenceStandsTwice() {
    Map<String, String> first = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    all()
        .forEach(
            (where, text) -> {
              for (String sentence : text.split("(?<=[.!?])\\s+")) {
                String plain = sentence.strip();
                String before = plain.isEmpty() ? null : first.putIfAbsent(plain, where);
                if (before != null) {
                  faults.add(where + ": '" + plain + "' stands in " + before + " too");
                }
              }
            });
    assertThat(faults).isEmpty();
  }

  /** Every text by the file and name under which it stands; texts that are shared come once. */
  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    for (EditionId edition : EditionId.all()) {
      Catalogue catalogue = CatalogueLoader.load(edition);
      for (ProvisionId id : catalogue.provisions().keySet()) {
        guidance
            .provision(id)
            .ifPresent(
                g -> g.texts().forEach((n, t) -> all.put("provisions/" + id + ".yaml " + n, t)));
      }
      for (UnitId id : catalogue.units().keySet()) {
        guidance
            .own(edition, id)
            .ifPresent(
                g ->
                    texts(g)
                        .forEach(
                            (n, t) ->
                                all.put(
                                    "units/"
                                        + edition.testVersion()
                                        + "/"
                                        + id.provision()
                                        + ".yaml "
                                        + id
                                        + " "
                                        + n,
                                    t)));
      }
    }
    return all;
  }

  private static Map<String, String> texts(UnitGuidance g) {
    return Map.of("do", g.work(), "pass", g.pass(), "evidence", g.evidence());
  }

  private static void shortOf(List<String> faults, String where, String text) {
    int words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
    if (words < FEWEST_WORDS) {
      faults.add(where + ": " + words + " words");
    }
  }
}
