package dev.plumbline.dossier.folder;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.TableRemark;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Field;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Names the places of a dossier as they are seen from another one.
 *
 * @param way from the other dossier, such as {@code ../smart-camera}
 */
public record Relocation(String way) {
  Place of(Place place) {
    return new Place(way + "/" + place.file(), place.line(), place.column());
  }

  Problem of(Problem p) {
    return new Problem(p.id(), p.severity(), of(p.place()), p.what(), p.remedy());
  }

  Ics of(Ics ics) {
    return new Ics(
        values(ics.conditions(), this::of),
        values(ics.features(), this::of),
        values(
            ics.answers(),
            a ->
                new IcsAnswer(
                    a.provision(), a.support(), a.detail(), a.evidence(), of(a.place()))));
  }

  private Statement of(Statement s) {
    return new Statement(s.label(), s.holds(), s.because(), of(s.place()));
  }

  Ixit of(Ixit ixit) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
    ixit.tables().forEach((table, rows) -> tables.put(table, rows.stream().map(this::of).toList()));
    Map<String, List<TableRemark>> remarks = new LinkedHashMap<>();
    ixit.remarks()
        .forEach(
            (table, all) ->
                remarks.put(
                    table,
                    all.stream().map(r -> new TableRemark(r.text(), of(r.place()))).toList()));
    return new Ixit(tables, Map.of(), remarks);
  }

  private IxitEntry of(IxitEntry entry) {
    return new IxitEntry(
        entry.table(),
        entry.id(),
        values(entry.cells(), c -> new Cell(c.key(), of(c.node()))),
        entry.remarks(),
        entry.draft(),
        of(entry.place()));
  }

  YamlNode of(YamlNode node) {
    return switch (node) {
      case Scalar s -> new Scalar(s.text(), s.quoted(), of(s.place()), s.span());
      case Listing l -> {
        List<YamlNode> items = new ArrayList<>();
        l.items().forEach(i -> items.add(of(i)));
        yield new Listing(items, of(l.place()), l.span());
      }
      case Mapping m ->
          new Mapping(
              values(m.fields(), f -> new Field(of(f.keyPlace()), f.keySpan(), of(f.value()))),
              of(m.place()),
              m.span());
    };
  }

  private static <K, V> Map<K, V> values(Map<K, V> map, UnaryOperator<V> change) {
    Map<K, V> changed = new LinkedHashMap<>();
    map.forEach((key, value) -> changed.put(key, change.apply(value)));
    return changed;
  }
}
