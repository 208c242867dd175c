package dev.plumbline.exchange;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.ColumnType;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.TableRemark;
import dev.plumbline.exchange.layout.Column;
import dev.plumbline.exchange.layout.Exact;
import dev.plumbline.exchange.layout.Ids;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import dev.plumbline.exchange.layout.Pack;
import dev.plumbline.exchange.layout.Pack.Row;
import dev.plumbline.exchange.layout.Pack.Sheet;
import dev.plumbline.exchange.layout.Values;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.prose.TypedProse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes tables of a dossier. What no table has a place for is told, never left out in silence. */
final class Packing {
  private final Catalogue catalogue;
  private final Dossier dossier;
  private final Problems problems;
  private final Vocabulary words = Vocabulary.load();
  private final List<Exact> exact = new ArrayList<>();

  private Packing(Catalogue catalogue, Dossier dossier, Problems problems) {
    this.catalogue = catalogue;
    this.dossier = dossier;
    this.problems = problems;
  }

  static Pack of(Catalogue catalogue, Dossier dossier, Problems problems) {
    return new Packing(catalogue, dossier, problems).pack();
  }

  private Pack pack() {
    List<Sheet> sheets = new ArrayList<>();
    for (Layout layout : Layouts.of(catalogue)) {
      List<Row> rows =
          switch (layout.kind()) {
            case PRODUCT -> List.of(product(layout));
            case ICS -> ics(layout);
            case CONDITIONS ->
                statements(
                    layout, "holds", catalogue.conditions().values(), dossier.ics().conditions());
            case FEATURES ->
                statements(
                    layout, "present", catalogue.features().values(), dossier.ics().features());
            case IXIT -> ixit(layout);
          };
      sheets.add(new Sheet(layout, rows));
    }
    dossier.ixit().tables().entrySet().stream()
        .filter(t -> catalogue.table(t.getKey()).isEmpty())
        .forEach(t -> left(Place.of("ixit/" + t.getKey() + ".yaml"), "Table '" + t.getKey() + "'"));
    Product p = dossier.product();
    return new Pack(
        catalogue.edition().id(),
        Values.tame(p.manufacturer() + " " + p.name()).replace('\n', ' '),
        sheets,
        exact);
  }

  private Row product(Layout layout) {
    Product p = dossier.product();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("manufacturer", p.manufacturer());
    values.put("name", p.name());
    values.put("model", p.model());
    values.put("hardwareVersion", p.hardwareVersion());
    values.put("softwareVersion", p.softwareVersion());
    values.put("serial", p.serial());
    values.put("mac", p.mac());
    values.values().removeIf(""::equals);
    return row(layout, Layouts.rowOfSingle(), values, Map.of());
  }

  private List<Row> ics(Layout layout) {
    List<Row> rows = new ArrayList<>();
    for (Provision p : catalogue.provisions().values()) {
      Optional<IcsAnswer> answer = dossier.ics().answer(p.id());
      if (!p.inTableB1() && answer.isEmpty()) {
        continue;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      answer.ifPresent(
          a -> {
            values.put("support", a.support().printed());
            putText(values, "detail", a.detail());
            if (!a.evidence().isEmpty()) {
              values.put("evidence", a.evidence());
            }
          });
      rows.add(
          row(
              layout,
              p.id().value(),
              values,
              Map.of("title", p.title(), "status", p.printedStatus())));
    }
    for (Map.Entry<ProvisionId, IcsAnswer> a : dossier.ics().answers().entrySet()) {
      if (catalogue.provision(a.getKey()).isEmpty()) {
        left(a.getValue().place(), "The answer to " + a.getKey());
      }
    }
    return rows;
  }

  private List<Row> statements(
      Layout layout, String flag, Iterable<Condition> asked, Map<String, Statement> stated) {
    List<Row> rows = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Condition c : asked) {
      labels.add(c.label());
      Map<String, Object> values = new LinkedHashMap<>();
      Optional.ofNullable(stated.get(c.label()))
          .ifPresent(
              s -> {
                values.put(flag, s.holds());
                putText(values, "because", s.because());
              });
      rows.add(row(layout, c.label(), values, Map.of("meaning", c.meaning())));
    }
    stated.values().stream()
        .filter(s -> !labels.contains(s.label()))
        .forEach(s -> left(s.place(), "The statement on '" + s.label() + "'"));
    return rows;
  }

  private static void putText(Map<String, Object> values, String key, String text) {
    if (!text.isEmpty()) {
      values.put(key, text);
    }
  }

  private List<Row> ixit(Layout layout) {
    List<String> beside =
        dossier.ixit().remarks(layout.id()).stream().map(TableRemark::text).toList();
    if (!beside.isEmpty()) {
      exact.add(new Exact(layout.id(), LastImport.TABLE, IxitEntry.REMARKS, beside));
    }
    List<Row> rows = new ArrayList<>();
    for (IxitEntry entry : dossier.ixit().entries(layout.id())) {
      boolean record = entry.id().equals(IxitEntry.RECORD);
      if ((layout.single() && !rows.isEmpty()) || layout.single() != record) {
        left(entry.place(), "The entry '" + entry.id() + "' of " + layout.id());
        continue;
      }
      Map<String, Object> values = new LinkedHashMap<>();
      entry
          .cells()
          .forEach(
              (key, cell) -> {
                Optional<Column> column = layout.column(key);
                if (column.isEmpty() && !key.equals("id")) {
                  left(cell.place(), "'" + key + "' of " + entry.subject());
                } else if (column.isPresent() && !column.get().isId()) {
                  values.put(key, cell.node().plain());
                }
              });
      rows.add(row(layout, entry.id(), values, Map.of(), entry.remarks()));
      entry.remarks().keySet().stream()
          .filter(k -> layout.column(k).isEmpty())
          .forEach(k -> left(entry.place(), "The remark '" + k + "' of " + entry.subject()));
    }
    return rows;
  }

  private Row row(Layout layout, String id, Map<String, Object> values, Map<String, String> ours) {
    return row(layout, id, values, ours, Map.of());
  }

  private Row row(
      Layout layout,
      String id,
      Map<String, Object> values,
      Map<String, String> ours,
      Map<String, String> remarks) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Column column : layout.columns()) {
      if (column.isId()) {
        texts.put(column.key(), id);
      } else if (column.ours()) {
        texts.put(column.key(), ours.getOrDefault(column.key(), ""));
      } else if (said(column, values, remarks).isPresent()) {
        String said = said(column, values, remarks).orElseThrow();
        texts.put(column.key(), said);
        exact.add(new Exact(layout.id(), id, column.key(), Exact.NOTHING, Optional.of(said)));
      } else if (values.containsKey(column.key())) {
        Object value = values.getOrDefault(column.key(), "");
        String plain = Values.text(value, column);
        Optional<String> remark = Optional.ofNullable(remarks.get(column.key())).map(Values::tame);
        String text = remark.filter(r -> !r.isEmpty()).orElse(plain);
        texts.put(column.key(), text);
        Values.Reading read = Values.read(text, column, words, Ids.NONE);
        boolean same =
            !text.isEmpty()
                && read.value().equals(Optional.of(value))
                && read.beside() == !text.equals(plain);
        if (!same) {
          exact.add(
              text.equals(plain)
                  ? new Exact(layout.id(), id, column.key(), value)
                  : new Exact(layout.id(), id, column.key(), value, Optional.of(text)));
        }
      } else if (remarks.containsKey(column.key())) {
        texts.put(column.key(), Values.tame(remarks.getOrDefault(column.key(), "")));
      }
    }
    return new Row(id, texts);
  }

  /** Of a column that is empty, what typed fields of its row say. */
  private static Optional<String> said(
      Column column, Map<String, Object> values, Map<String, String> remarks) {
    boolean empty =
        values.getOrDefault(column.key(), "").equals("")
            && remarks.getOrDefault(column.key(), "").isBlank();
    return column.type() == ColumnType.TEXT && empty
        ? TypedProse.shipped().text(column.key(), values).map(Values::tame)
        : Optional.empty();
  }

  private void left(Place place, String what) {
    problems.warning(
        "PLB-9501",
        place,
        what + " has no place in the exported tables; it is not in the file.",
        "Run 'plumbline check', and use the names of the edition.");
  }
}
