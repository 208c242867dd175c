package dev.plumbline.insight.change;

import dev.plumbline.core.NumberOrder;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Statement;
import dev.plumbline.insight.change.Change.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What changed in the implementation conformance statement. */
final class IcsChanges {
  private final Titles titles;
  private final List<Change> changes = new ArrayList<>();

  private IcsChanges(Titles titles) {
    this.titles = titles;
  }

  static List<Change> of(Ics before, Ics after, Titles titles) {
    IcsChanges all = new IcsChanges(titles);
    all.statements(Part.CONDITION, before.conditions(), after.conditions(), titles::condition);
    all.statements(Part.FEATURE, before.features(), after.features(), titles::feature);
    for (String id : ids(before, after)) {
      ProvisionId provision = new ProvisionId(id);
      all.answer(provision, before.answer(provision), after.answer(provision));
    }
    return all.changes;
  }

  private static Set<String> ids(Ics before, Ics after) {
    Set<String> ids = new TreeSet<>(NumberOrder.INSTANCE);
    before.answers().keySet().forEach(p -> ids.add(p.value()));
    after.answers().keySet().forEach(p -> ids.add(p.value()));
    return ids;
  }

  private void statements(
      Part part,
      Map<String, Statement> before,
      Map<String, Statement> after,
      Function<String, String> title) {
    TreeSet<String> labels = new TreeSet<>(NumberOrder.INSTANCE);
    labels.addAll(before.keySet());
    labels.addAll(after.keySet());
    for (String label : labels) {
      Optional<Statement> was = Optional.ofNullable(before.get(label));
      Optional<Statement> is = Optional.ofNullable(after.get(label));
      String flag = part == Part.CONDITION ? "holds" : "present";
      put(part, label, flag, title.apply(label), was.map(IcsChanges::yes), is.map(IcsChanges::yes));
      put(
          part,
          label,
          "because",
          title.apply(label),
          was.map(Statement::because),
          is.map(Statement::because));
    }
  }

  private void answer(ProvisionId id, Optional<IcsAnswer> was, Optional<IcsAnswer> is) {
    Map<String, Function<IcsAnswer, String>> fields = new LinkedHashMap<>();
    fields.put("support", a -> a.support().printed());
    fields.put("detail", IcsAnswer::detail);
    fields.put("evidence", a -> String.join(", ", a.evidence()));
    fields.forEach(
        (field, get) ->
            put(Part.ANSWER, id.value(), field, titles.provision(id), was.map(get), is.map(get)));
  }

  private void put(
      Part part,
      String where,
      String field,
      String title,
      Optional<String> before,
      Optional<String> after) {
    String was = before.orElse("").strip();
    String is = after.orElse("").strip();
    if (!was.equals(is)) {
      changes.add(Change.of(part, where, field, title, was, is));
    }
  }

  private static String yes(Statement s) {
    return s.holds() ? "yes" : "no";
  }
}
