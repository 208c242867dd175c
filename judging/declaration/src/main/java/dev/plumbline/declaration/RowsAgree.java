package dev.plumbline.declaration;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.Applicability.Answer;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions and features against what the tables show. Entries can show that one holds; only a
 * table that is there and shows nothing speaks against it, and never proves the contrary.
 */
final class RowsAgree implements Concern {

  /** Entries that would show that a condition holds or a feature is present. */
  record Sign(TableRole table, RowMatch match) {}

  /** The signs of an edition, by label. */
  static Map<String, List<Sign>> signs(String edition) {
    Map<String, List<Sign>> signs = new LinkedHashMap<>();
    Optional<Mapping> labels = ShippedData.statements(edition).mapping("signs");
    labels.ifPresent(
        l ->
            l.fields()
                .keySet()
                .forEach(
                    label ->
                        signs.put(
                            label,
                            l.mappings(label).stream()
                                .map(s -> new Sign(ShippedData.role(s, "role"), RowMatch.of(s)))
                                .toList())));
    return signs;
  }

  @Override
  public void look(DatedDossier declared, Found found) {
    Map<String, List<Sign>> signs = signs(declared.edition().version());
    signs.forEach(
        (label, ways) -> {
          Optional<IxitEntry> shown = shown(ways, declared);
          declared.statement(label).ifPresent(s -> statement(s, ways, shown, declared, found));
        });
    for (IcsAnswer answer : declared.ics().answers().values()) {
      if (answer.support() == Support.NOT_APPLICABLE) {
        declared
            .catalogue()
            .provision(answer.provision())
            .ifPresent(p -> notApplicable(answer, p, signs, declared, found));
      }
    }
  }

  /** An entry that shows what the statements against a provision deny. */
  static Optional<IxitEntry> against(Applicability applies, DatedDossier declared) {
    if (applies.against().isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Sign>> signs = signs(declared.edition().version());
    List<Optional<IxitEntry>> shown =
        applies.against().stream()
            .map(l -> shown(signs.getOrDefault(l, List.of()), declared))
            .toList();
    return shown.stream().allMatch(Optional::isPresent) ? shown.getFirst() : Optional.empty();
  }

  private static Optional<IxitEntry> shown(List<Sign> ways, DatedDossier declared) {
    return ways.stream()
        .flatMap(
            s ->
                declared.firstTable(s.table()).stream()
                    .flatMap(t -> declared.entries(t).stream())
                    .filter(s.match()::matches))
        .findFirst();
  }

  private static void statement(
      Statement s, List<Sign> ways, Optional<IxitEntry> shown, DatedDossier declared, Found found) {
    if (!s.holds() && shown.isPresent()) {
      found.add(
          "PLB-6004",
          s.place(),
          Applicability.spoken(s.label()),
          shown.get().subject(),
          shown.get().place());
    } else if (s.holds() && shown.isEmpty()) {
      List<String> tables =
          ways.stream()
              .flatMap(w -> declared.firstTable(w.table()).stream())
              .map(IxitTable::id)
              .distinct()
              .toList();
      boolean allThere = tables.stream().allMatch(declared.dossier().ixit()::has);
      if (allThere && !tables.isEmpty()) {
        found.add(
            "PLB-6005", s.place(), Applicability.spoken(s.label()), String.join(" or ", tables));
      }
    }
  }

  /** With a statement against it, the statement is the problem; told above. */
  private static void notApplicable(
      IcsAnswer answer,
      Provision p,
      Map<String, List<Sign>> signs,
      DatedDossier declared,
      Found found) {
    if (Applicability.of(p, declared).answer() == Answer.DOES_NOT_APPLY) {
      return;
    }
    for (String label : Applicability.labels(p)) {
      shown(signs.getOrDefault(label, List.of()), declared)
          .ifPresent(
              e ->
                  found.add(
                      "PLB-6006",
                      answer.place(),
                      p.id(),
                      e.subject(),
                      Applicability.spoken(label)));
    }
  }
}
