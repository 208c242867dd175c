package dev.plumbline.declaration;

import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** Whether the tables hold what a Y rests on. */
final class SupportIsBacked implements Concern {
  private final List<Mapping> confirmations =
      ShippedData.read("confirmations.yaml").mappings("confirmations");

  @Override
  public void look(DatedDossier declared, Found found) {
    for (IcsAnswer answer : declared.ics().answers().values()) {
      if (answer.support() == Support.YES) {
        Optional.ofNullable(declared.catalogue().groups().get(answer.provision()))
            .ifPresent(g -> tables(answer, g, declared, found));
      }
    }
    confirmations.forEach(c -> confirmation(c, declared, found));
  }

  private static void tables(
      IcsAnswer answer, TestGroup group, DatedDossier declared, Found found) {
    List<String> needed =
        group.tables().stream().filter(t -> declared.catalogue().table(t).isPresent()).toList();
    List<String> absent = needed.stream().filter(t -> !declared.dossier().ixit().has(t)).toList();
    List<String> empty =
        needed.stream()
            .filter(declared.dossier().ixit()::has)
            .filter(t -> declared.dossier().ixit().entries(t).isEmpty())
            .toList();
    if (!absent.isEmpty()) {
      found.add("PLB-6007", answer.place(), answer.provision(), String.join(" and ", absent));
    }
    if (!empty.isEmpty()) {
      found.add("PLB-6008", answer.place(), answer.provision(), String.join(" and ", empty));
    }
  }

  /** A process is claimed only when its table is filled and the confirmation is given. */
  private static void confirmation(Mapping rule, DatedDossier declared, Found found) {
    String column = ShippedData.need(rule, "column");
    Optional<IxitTable> record = declared.firstTable(ShippedData.role(rule, "role"));
    Optional<IxitTable> about = declared.firstTable(ShippedData.role(rule, "about"));
    if (record.isEmpty() || about.isEmpty()) {
      return;
    }
    String name = record.get().column(column).map(IxitColumn::name).orElse(column);
    Optional<IxitEntry> entry = declared.entries(record.get()).stream().findFirst();
    Optional<Boolean> given = entry.flatMap(e -> e.flag(column));
    boolean processes = !declared.entries(about.get()).isEmpty();
    if (given.equals(Optional.of(true)) && !processes) {
      found.add("PLB-6010", entry.get().cell(column).get().place(), name, about.get().id());
    }
    for (String id : rule.texts("provision")) {
      declared
          .provision(id)
          .flatMap(p -> declared.ics().answer(p.id()))
          .filter(a -> a.support() == Support.YES)
          .filter(a -> entry.isPresent() && !given.equals(Optional.of(true)))
          .ifPresent(a -> found.add("PLB-6009", a.place(), a.provision(), record.get().id(), name));
    }
  }
}
