package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Extension.Withdrawn;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MergeProperties {
  private static final Place PLACE = Place.of("x.yaml");
  private static final Ixit NO_ROWS = new Ixit(Map.of());
  private static final Ics NO_ANSWERS = new Ics(Map.of(), Map.of(), Map.of());

  @Provide
  Arbitrary<Ixit> ixits() {
    Arbitrary<List<String>> ids =
        Arbitraries.of("A", "B", "C", "D").list().uniqueElements().ofMaxSize(4);
    return Arbitraries.maps(Arbitraries.of("1-AuthMech", "4-Conf", "15-PhyIntf"), ids)
        .ofMaxSize(3)
        .map(
            tables -> {
              Map<String, List<IxitEntry>> rows = new LinkedHashMap<>();
              tables.forEach((t, l) -> rows.put(t, l.stream().map(i -> row(t, i)).toList()));
              return new Ixit(rows);
            });
  }

  private static IxitEntry row(String table, String id) {
    return new IxitEntry(table, id, Map.of(), PLACE);
  }

  @Provide
  Arbitrary<Ics> icss() {
    Arbitrary<IcsAnswer> answers =
        Arbitraries.of("5.1-1", "5.3-2", "5.5-1")
            .map(p -> new IcsAnswer(new ProvisionId(p), Support.YES, p, List.of(), PLACE));
    return answers
        .list()
        .ofMaxSize(3)
        .map(
            l -> {
              Map<ProvisionId, IcsAnswer> map = new LinkedHashMap<>();
              l.forEach(a -> map.put(a.provision(), a));
              return new Ics(Map.of(), Map.of(), map);
            });
  }

  @Property
  void anEmptyVariantDeclaresWhatItsBaseDoes(@ForAll("ixits") Ixit ixit, @ForAll("icss") Ics ics) {
    assertThat(Merge.ixit(ixit, NO_ROWS, List.of())).isEqualTo(ixit);
    assertThat(Merge.ics(ics, NO_ANSWERS)).isEqualTo(ics);
  }

  @Property
  void anEmptyBaseAddsNothing(@ForAll("ixits") Ixit ixit, @ForAll("icss") Ics ics) {
    assertThat(Merge.ixit(NO_ROWS, ixit, List.of())).isEqualTo(ixit);
    assertThat(Merge.ics(NO_ANSWERS, ics)).isEqualTo(ics);
  }

  @Property
  void everyRowIsTheVariantsOrTheBasesAndNoneIsLost(
      @ForAll("ixits") Ixit base, @ForAll("ixits") Ixit own) {
    Ixit joined = Merge.ixit(base, own, List.of());
    own.tables()
        .forEach(
            (t, rows) -> rows.forEach(r -> assertThat(joined.entry(r.subject())).containsSame(r)));
    base.tables()
        .forEach(
            (t, rows) ->
                rows.stream()
                    .filter(r -> own.entry(r.subject()).isEmpty())
                    .forEach(r -> assertThat(joined.entry(r.subject())).containsSame(r)));
    joined
        .tables()
        .forEach((t, rows) -> assertThat(rows.stream().map(IxitEntry::id)).doesNotHaveDuplicates());
  }

  @Property
  void aWithdrawnRowIsGoneAndNoOther(@ForAll("ixits") Ixit base) {
    List<IxitEntry> all = base.tables().values().stream().flatMap(List::stream).toList();
    for (IxitEntry gone : all) {
      Ixit joined = Merge.ixit(base, NO_ROWS, List.of(new Withdrawn(gone.subject(), "so", PLACE)));
      assertThat(joined.entry(gone.subject())).isEmpty();
      all.stream()
          .filter(r -> !r.equals(gone))
          .forEach(r -> assertThat(joined.entry(r.subject())).containsSame(r));
    }
  }
}
