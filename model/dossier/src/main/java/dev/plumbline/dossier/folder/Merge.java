package dev.plumbline.dossier.folder;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Extension.Withdrawn;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.TableRemark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds for a variant: what it declares itself, and what its base declares beside that. A row
 * or answer is taken whole or not at all, so that nobody has to look in two files for one row.
 */
public final class Merge {
  private Merge() {}

  static Ics ics(Ics base, Ics own) {
    Map<ProvisionId, IcsAnswer> answers = new LinkedHashMap<>(base.answers());
    answers.putAll(own.answers());
    return new Ics(
        statements(base.conditions(), own.conditions()),
        statements(base.features(), own.features()),
        answers);
  }

  private static Map<String, Statement> statements(
      Map<String, Statement> base, Map<String, Statement> own) {
    Map<String, Statement> all = new LinkedHashMap<>(base);
    all.putAll(own);
    return all;
  }

  /**
   * The rows of the base in its order, each as the variant has it, then those that only the variant
   * has.
   *
   * @param withdrawn rows of the base that are left out
   */
  static Ixit ixit(Ixit base, Ixit own, List<Withdrawn> withdrawn) {
    Set<String> gone = withdrawn.stream().map(Withdrawn::row).collect(Collectors.toSet());
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
    base.tables()
        .forEach(
            (table, rows) -> {
              List<IxitEntry> left =
                  rows.stream().filter(r -> !gone.contains(r.subject())).toList();
              boolean recordGone =
                  left.isEmpty() && rows.stream().anyMatch(r -> r.id().equals(IxitEntry.RECORD));
              if (!recordGone) {
                tables.put(table, left);
              }
            });
    own.tables().forEach((table, rows) -> tables.merge(table, rows, Merge::rows));
    Map<String, List<TableRemark>> remarks = new LinkedHashMap<>(base.remarks());
    remarks.putAll(own.remarks());
    return new Ixit(tables, Map.of(), remarks);
  }

  private static List<IxitEntry> rows(List<IxitEntry> base, List<IxitEntry> own) {
    Map<String, IxitEntry> rows = new LinkedHashMap<>();
    base.forEach(r -> rows.put(r.id(), r));
    own.forEach(r -> rows.put(r.id(), r));
    return new ArrayList<>(rows.values());
  }
}
