package dev.plumbline.acceptance;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One change of a declaration: of the cells of an entry, of an answer, of a condition or a feature.
 *
 * @param written as it stands in the corpus
 */
record PaperChange(Mapping written) {

  Dossier of(Dossier base) {
    Ics ics = base.ics();
    Ixit ixit = base.ixit();
    if (written.get("table").isPresent()) {
      ixit = rows(ixit);
    } else if (written.get("ics").isPresent()) {
      ics = new Ics(ics.conditions(), ics.features(), answers(ics));
    } else if (written.get("condition").isPresent()) {
      ics =
          new Ics(
              stated(ics.conditions(), need("condition"), "holds"), ics.features(), ics.answers());
    } else {
      ics =
          new Ics(
              ics.conditions(), stated(ics.features(), need("feature"), "present"), ics.answers());
    }
    return new Dossier(
        base.product(), ics, ixit, base.evidence(), base.observations(), base.decisions());
  }

  private Map<ProvisionId, IcsAnswer> answers(Ics ics) {
    Map<ProvisionId, IcsAnswer> answers = new LinkedHashMap<>(ics.answers());
    ProvisionId id = new ProvisionId(need("ics"));
    Support support =
        Stream.of(Support.values())
            .filter(s -> s.printed().equals(need("support")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("support: Y, N or N/A"));
    answers.put(
        id,
        new IcsAnswer(id, support, written.text("detail").orElse(""), List.of(), written.place()));
    return answers;
  }

  private Map<String, Statement> stated(Map<String, Statement> all, String label, String key) {
    boolean holds =
        written
            .get(key)
            .filter(Scalar.class::isInstance)
            .map(Scalar.class::cast)
            .flatMap(Scalar::asBoolean)
            .orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    Map<String, Statement> changed = new LinkedHashMap<>(all);
    changed.put(
        label,
        new Statement(label, holds, written.text("because").orElse("As stated."), written.place()));
    return changed;
  }

  private Ixit rows(Ixit ixit) {
    String table = need("table");
    String id = written.text("entry").orElse(IxitEntry.RECORD);
    List<IxitEntry> rows = new ArrayList<>(ixit.entries(table));
    Optional<IxitEntry> old = rows.stream().filter(e -> e.id().equals(id)).findFirst();
    if (written.text("remove").isPresent()) {
      rows.remove(old.orElseThrow(() -> new IllegalArgumentException("no entry " + id)));
    } else if (old.isPresent()) {
      rows.set(rows.indexOf(old.get()), changed(old.get(), id));
    } else {
      String like = need("like");
      rows.add(
          changed(
              rows.stream()
                  .filter(e -> e.id().equals(like))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("no entry " + like)),
              id));
    }
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>(ixit.tables());
    tables.put(table, rows);
    return new Ixit(tables);
  }

  private IxitEntry changed(IxitEntry entry, String id) {
    Map<String, Cell> cells = new LinkedHashMap<>(entry.cells());
    written
        .mapping("cells")
        .ifPresent(
            m ->
                m.fields()
                    .forEach(
                        (key, f) -> {
                          if (f.value() instanceof Scalar s && s.isEmpty() && !s.quoted()) {
                            cells.remove(key);
                          } else {
                            cells.put(key, new Cell(key, f.value()));
                          }
                        }));
    return new IxitEntry(entry.table(), id, cells, entry.place());
  }

  private String need(String key) {
    return written
        .text(key)
        .orElseThrow(() -> new IllegalArgumentException("a change lacks '" + key + "'"));
  }
}
