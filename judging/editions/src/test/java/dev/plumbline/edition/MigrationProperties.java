package dev.plumbline.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.EditionMoves;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.edition.Correspondence.Fate;
import dev.plumbline.edition.Correspondence.Thing;
import dev.plumbline.edition.Migration.Kept;
import dev.plumbline.yaml.YamlPath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Going to the other edition and back loses nothing, whatever the dossier says. */
class MigrationProperties {
  private static final Catalogue OLDER = CatalogueLoader.load(EditionId.named("2.1.1"));
  private static final Catalogue NEWER = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final EditionMoves MOVES =
      EditionMoves.between(OLDER.edition().id(), NEWER.edition().id()).orElseThrow();

  private static EditionRoute route(Catalogue from) {
    return new EditionRoute(from, from.equals(OLDER) ? NEWER : OLDER, MOVES);
  }

  private static Catalogue other(Catalogue edition) {
    return edition.equals(OLDER) ? NEWER : OLDER;
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void goingBackGivesEveryFileToTheLetter(@ForAll long seed, @ForAll boolean older) {
    Catalogue edition = older ? OLDER : NEWER;
    Map<String, String> files = new Invention(edition, new Random(seed)).files();
    Migrated there = Migration.move(route(edition), files, Optional.empty());
    Migrated back =
        Migration.move(
            route(other(edition)), there.files(), Optional.of(new Kept(there.files(), files)));
    assertThat(back.files()).isEqualTo(new TreeMap<>(files));
    assertThat(back.toDo()).isEmpty();
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void whatIsMovedIsOfTheOtherEditionAndNoCommentIsLost(@ForAll long seed, @ForAll boolean older) {
    Catalogue edition = older ? OLDER : NEWER;
    Catalogue target = other(edition);
    Map<String, String> files = new Invention(edition, new Random(seed)).files();
    Map<String, String> moved = Migration.move(route(edition), files, Optional.empty()).files();
    moved.forEach(
        (file, text) -> {
          if (file.startsWith("ixit/")) {
            IxitTable table = target.table(file.substring(5, file.length() - 5)).orElseThrow();
            rows(text)
                .forEach(
                    r ->
                        assertThat(r.keySet())
                            .allMatch(k -> k.equals("id") || table.column(k).isPresent()));
          }
        });
    Map<String, Object> answers = answers(moved.getOrDefault("ics.yaml", ""));
    assertThat(answers.keySet())
        .allMatch(
            id -> target.provision(new ProvisionId(id)).filter(Provision::inTableB1).isPresent());
    String all = String.join("\n", moved.values());
    files.values().stream()
        .flatMap(String::lines)
        .filter(l -> l.contains("# remark"))
        .forEach(l -> assertThat(all).contains(l.substring(l.indexOf("# remark"))));
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void whatIsChangedInBetweenIsThereAfterTheWayBack(@ForAll long seed, @ForAll boolean older) {
    Catalogue edition = older ? OLDER : NEWER;
    Random random = new Random(seed);
    Map<String, String> files = new Invention(edition, random).files();
    Migrated there = Migration.move(route(edition), files, Optional.empty());
    Map<String, String> edited = new LinkedHashMap<>(there.files());
    Sheet auth = Sheet.of("ixit/1-AuthMech.yaml", edited.getOrDefault("ixit/1-AuthMech.yaml", ""));
    auth.put(ValueEdits.entry(0).key("description"), "Changed in between");
    auth.add(YamlPath.of("entries"), Map.of("id", "Added-1", "description", "Added in between"));
    edited.put("ixit/1-AuthMech.yaml", auth.text());
    Sheet ics = Sheet.of("ics.yaml", edited.getOrDefault("ics.yaml", ""));
    ics.put(YamlPath.of("answers", "5.2-1", "detail"), "Answered in between");
    edited.put("ics.yaml", ics.text());
    Migrated back =
        Migration.move(route(other(edition)), edited, Optional.of(new Kept(there.files(), files)));
    assertThat(back.files().get("ixit/1-AuthMech.yaml"))
        .contains("Changed in between", "Added in between");
    assertThat(back.files().get("ics.yaml")).contains("Answered in between");
    Map<String, String> untouched = new TreeMap<>(files);
    Map<String, String> backUntouched = new TreeMap<>(back.files());
    for (String changed : List.of("ixit/1-AuthMech.yaml", "ics.yaml")) {
      untouched.remove(changed);
      backUntouched.remove(changed);
    }
    assertThat(backUntouched).isEqualTo(untouched);
    Migrated again =
        Migration.move(route(edition), back.files(), Optional.of(new Kept(back.files(), edited)));
    assertThat(again.files()).isEqualTo(new TreeMap<>(edited));
  }

  @Test
  void everyPartOfBothEditionsIsAccountedFor() {
    Map<Fate, Integer> units = new EnumMap<>(Fate.class);
    List<Correspondence> accounts = Correspondences.of(route(OLDER));
    accounts.stream()
        .filter(a -> a.thing() == Thing.UNIT)
        .forEach(a -> units.merge(a.fate(), 1, Integer::sum));
    assertThat(units)
        .isEqualTo(
            Map.of(
                Fate.SAME,
                145,
                Fate.RENAMED,
                7,
                Fate.CHANGED,
                69,
                Fate.NEW,
                37,
                Fate.MERGED,
                1,
                Fate.GONE,
                9));
    for (Catalogue edition : List.of(OLDER, NEWER)) {
      List<Correspondence> from = Correspondences.of(route(edition));
      assertThat(named(from, Thing.PROVISION, true))
          .containsAll(edition.provisions().keySet().stream().map(ProvisionId::value).toList());
      assertThat(named(from, Thing.PROVISION, false))
          .containsAll(
              other(edition).provisions().keySet().stream().map(ProvisionId::value).toList());
      assertThat(named(from, Thing.TABLE, true)).containsAll(edition.tables().keySet());
      assertThat(named(from, Thing.COLUMN, true)).containsAll(columns(edition));
      assertThat(named(from, Thing.COLUMN, false)).containsAll(columns(other(edition)));
    }
  }

  private static List<String> columns(Catalogue edition) {
    return edition.tables().values().stream()
        .flatMap(t -> t.columns().stream().map(c -> t.id() + " " + c.key()))
        .toList();
  }

  private static List<String> named(List<Correspondence> accounts, Thing thing, boolean from) {
    return accounts.stream()
        .filter(a -> a.thing() == thing)
        .flatMap(a -> Stream.of((from ? a.from() : a.to()).split(", ")))
        .toList();
  }

  @Test
  void aStatementGoesOverOnlyWhereItMakesProvisionsApply() {
    String text =
        """
        # remark at the top
        edition: "2.1.1"
        conditions:
          "1": {holds: true, because: The owner logs in.}
          "13":
            holds: false # remark on 13
            because: Nothing can be reached.
          "12": {holds: true}
        answers:
          5.6-4: {support: N/A, detail: None.}
          5.13-1: {support: Y, detail: All input is checked.}
        """;
    IcsMoves moved = IcsMoves.move(route(OLDER), text);
    Map<String, Object> ics = Sheet.of("ics.yaml", moved.text()).values();
    assertThat(ValueEdits.map(ics.getOrDefault("features", ""))).containsOnlyKeys("a");
    assertThat(ValueEdits.map(ics.getOrDefault("conditions", ""))).containsOnlyKeys("12");
    assertThat(ValueEdits.map(ics.getOrDefault("answers", "")))
        .containsOnlyKeys("5.6-4A", "5.13-1A", "5.13-1B");
    assertThat(moved.text()).contains("# remark at the top", "# remark on 13");
    assertThat(moved.toDo())
        .extracting(ToDo::where)
        .contains("feature q", "5.6-4B", "6-6")
        .doesNotContain("feature a", "5.13-1A");
  }

  @Test
  void answersThatDifferAreNotMergedIntoOne() {
    String text =
        """
        answers:
          5.13-1A: {support: Y, detail: Checked.}
          5.13-1B: {support: N, detail: Not yet.}
          5.3-15A: {support: Y, detail: Isolable.}
          5.3-15B: {support: Y, detail: Replaceable.}
          5.3-6A: {support: Y, detail: The other half is not answered.}
        """;
    IcsMoves moved = IcsMoves.move(route(NEWER), text);
    Map<String, Object> answers = answers(moved.text());
    assertThat(answers).containsOnlyKeys("5.3-15");
    assertThat(answers.toString()).contains("Isolable. Replaceable.");
    assertThat(moved.toDo()).extracting(ToDo::where).contains("5.13-1", "5.3-6");
  }

  private static Map<String, Object> answers(String ics) {
    return ValueEdits.map(Sheet.of("ics.yaml", ics).values().getOrDefault("answers", ""));
  }

  private static List<Map<String, Object>> rows(String text) {
    Map<String, Object> values = Sheet.of("", text).values();
    List<Map<String, Object>> rows = new ArrayList<>();
    ValueEdits.list(values.getOrDefault("entries", "")).forEach(e -> rows.add(ValueEdits.map(e)));
    if (values.containsKey("record")) {
      rows.add(ValueEdits.map(values.getOrDefault("record", "")));
    }
    return rows;
  }

  /** A dossier that somebody might have written, in several forms of YAML. */
  private record Invention(Catalogue edition, Random random) {
    Map<String, String> files() {
      Map<String, String> files = new LinkedHashMap<>();
      files.put(
          "product.yaml",
          "# remark on the product\nedition: \""
              + edition.edition().id().version()
              + "\"\nproduct: {manufacturer: M, name: 'N: n'}\ntest:\n  unit: U # remark u\n");
      files.put("ics.yaml", ics());
      edition.tables().values().forEach(t -> files.put("ixit/" + t.id() + ".yaml", table(t)));
      return files;
    }

    private String ics() {
      StringBuilder text = new StringBuilder("# remark on the statement\nconditions:\n");
      edition.conditions().values().forEach(c -> text.append(stated(c, "holds")));
      if (!edition.features().isEmpty()) {
        text.append("features:\n");
        edition.features().values().forEach(c -> text.append(stated(c, "present")));
      }
      text.append("answers:\n");
      for (Provision p : edition.provisions().values()) {
        if (p.inTableB1() && (p.id().value().equals("5.2-1") || random.nextInt(8) > 0)) {
          String support = List.of("Y", "N", "N/A").get(random.nextInt(3));
          text.append(
              random.nextBoolean()
                  ? "  " + p.id() + ": {support: " + support + ", detail: Some reason}\n"
                  : "  # remark before "
                      + p.id()
                      + "\n  "
                      + p.id()
                      + ":\n    support: "
                      + support
                      + "\n    detail: >-\n      One line\n      and another\n");
        }
      }
      return text.toString();
    }

    private String stated(Condition c, String flag) {
      return "  \"" + c.label() + "\": {" + flag + ": " + random.nextBoolean() + "}\n";
    }

    private String table(IxitTable table) {
      StringBuilder text = new StringBuilder("# remark on " + table.id() + "\n");
      text.append("table: ").append(table.id()).append('\n');
      if (table.single()) {
        return text.append("record:\n").append(cells(table, "  ")).toString();
      }
      text.append("entries:\n");
      for (int n = 1; n <= 1 + random.nextInt(3); n++) {
        text.append("  # remark on row ").append(n).append(" of ").append(table.id()).append('\n');
        text.append("  - id: ").append(name(table.id(), n)).append('\n');
        text.append("    description: Row ").append(n).append('\n');
        text.append(cells(table, "    "));
      }
      return text.toString();
    }

    private static String name(String table, int n) {
      return table.substring(table.indexOf('-') + 1) + "-" + n;
    }

    private String cells(IxitTable table, String margin) {
      StringBuilder text = new StringBuilder();
      for (IxitColumn c :
          Stream.concat(table.columns().stream(), table.fields().stream()).toList()) {
        if (c.key().equals("id") || c.key().equals("description") || random.nextInt(4) == 0) {
          continue;
        }
        text.append(margin).append(c.key()).append(": ").append(value(c, margin));
        text.append(random.nextInt(5) == 0 ? " # remark " + c.key() + "\n" : "\n");
      }
      String first = table.columns().getFirst().key();
      return text.isEmpty() && table.single() ? margin + first + ": A text\n" : text.toString();
    }

    private String value(IxitColumn c, String margin) {
      if (!c.refs().isEmpty()) {
        String table = c.refs().getFirst();
        String row = name(table, 1);
        return random.nextBoolean() ? "[" + row + "]" : "[\"" + table + "/" + row + "\"]";
      }
      return switch (c.type()) {
        case BOOLEAN -> String.valueOf(random.nextBoolean());
        case NUMBER -> String.valueOf(random.nextInt(100));
        case LIST ->
            random.nextBoolean()
                ? "[one, two]"
                : "\n" + margin + "  - one\n" + margin + "  - 'two: 2'";
        case ENDPOINTS -> "[tcp/8443]";
        default -> "A text";
      };
    }
  }
}
