package dev.plumbline.declaration;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Support;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the Detail column says enough to be judged. */
final class IcsDetails implements Concern {
  private static final int COPIES = 4;

  @Override
  public void look(DatedDossier declared, Found found) {
    Map<String, List<IcsAnswer>> same = new LinkedHashMap<>();
    for (IcsAnswer answer : declared.ics().answers().values()) {
      Optional<Provision> provision = declared.catalogue().provision(answer.provision());
      if (provision.isEmpty()) {
        continue;
      }
      Optional<String> warning = DetailWarnings.of(provision.get(), answer.detail());
      if (answer.detail().isBlank()) {
        if (answer.support() == Support.YES) {
          found.add("PLB-3033", answer.place(), answer.provision(), provision.get().title());
        }
      } else if (warning.isPresent()) {
        found.add(warning.get(), answer.place(), answer.provision(), Texts.shown(answer.detail()));
      } else {
        same.computeIfAbsent(Texts.bare(answer.detail()), b -> new ArrayList<>()).add(answer);
      }
    }
    same.values().stream().filter(a -> a.size() >= COPIES).forEach(a -> copied(a, found));
    reporting(declared, found);
  }

  private static void copied(List<IcsAnswer> answers, Found found) {
    String others =
        answers.stream().skip(1).map(a -> a.provision().value()).collect(Collectors.joining(", "));
    found.add("PLB-3036", answers.getFirst().place(), answers.getFirst().provision(), others);
  }

  /** The provision that asks for reasons is not met while one is missing. */
  private static void reporting(DatedDossier declared, Found found) {
    Optional<IcsAnswer> claim =
        ShippedData.statements(declared.edition().version())
            .text("reporting")
            .flatMap(id -> declared.ics().answer(new ProvisionId(id)))
            .filter(a -> a.support() == Support.YES);
    if (claim.isEmpty()) {
      return;
    }
    List<String> lacking =
        declared.ics().answers().values().stream()
            .filter(a -> a.support() != Support.YES && a.detail().isBlank())
            .filter(
                a ->
                    declared
                        .catalogue()
                        .provision(a.provision())
                        .filter(p -> !p.mandatory())
                        .isPresent())
            .map(a -> a.provision().value())
            .toList();
    if (!lacking.isEmpty()) {
      found.add(
          "PLB-3037", claim.get().place(), claim.get().provision(), String.join(", ", lacking));
    }
  }
}
