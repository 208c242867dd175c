package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class YamlMergeProperties {
  private static final List<String> IDS = List.of("id");

  /** Rows by id, each with its cells. */
  private static Map<String, Map<String, String>> table(Random random) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (int r = 0; r < random.nextInt(4); r++) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int c = 0; c < random.nextInt(5); c++) {
        cells.put("c" + c, value(random));
      }
      rows.put("row-" + r, cells);
    }
    return rows;
  }

  private static String value(Random random) {
    int which = random.nextInt(random.nextBoolean() ? 3 : 1_000_000);
    return switch (random.nextInt(4)) {
      case 0 -> "value " + which;
      case 1 -> "\"quoted: " + which + "\"";
      case 2 -> "[a, b" + which + "]";
      default -> ">-\n        folded\n        over lines " + which;
    };
  }

  private static Map<String, Map<String, String>> edited(
      Map<String, Map<String, String>> table, Random random) {
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    table.forEach((id, cells) -> copy.put(id, new LinkedHashMap<>(cells)));
    for (int i = 0; i < random.nextInt(5); i++) {
      String row = "row-" + random.nextInt(5);
      String cell = "c" + random.nextInt(6);
      if (random.nextInt(6) == 0) {
        copy.remove(row);
      } else if (random.nextInt(4) == 0) {
        copy.getOrDefault(row, new LinkedHashMap<>()).remove(cell);
      } else {
        copy.computeIfAbsent(row, r -> new LinkedHashMap<>()).put(cell, value(random));
      }
    }
    return copy;
  }

  private static String written(Map<String, Map<String, String>> table, Random comments) {
    StringBuilder text = new StringBuilder("# Head.\ntable: t\n\nentries:\n");
    table.forEach(
        (id, cells) -> {
          text.append("  # About ").append(id).append('\n');
          text.append("  - id: ").append(id).append('\n');
          cells.forEach(
              (key, value) -> {
                if (comments.nextBoolean()) {
                  text.append("\n    ## What is ").append(key).append("?\n");
                }
                text.append("    ").append(key).append(": ").append(value).append('\n');
              });
        });
    return text.append("# Tail.\n").toString();
  }

  private static Map<List<String>, Object> leaves(String text) {
    return YamlLeaves.of(
        YamlReader.read(text, "", new Problems()).orElseThrow(() -> new AssertionError(text)), IDS);
  }

  @Property(seed = "1", tries = 1500)
  void eachChangedCellIsThereOrToldAsConflict(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Map<String, String>> table = table(random);
    long style = random.nextLong();
    String base = written(table, new Random(style));
    String ours = written(edited(table, random), new Random(style));
    String theirs = written(edited(table, random), new Random(style));

    MergedText merged = YamlMerge.merge(Optional.of(base), ours, theirs, IDS);

    Map<List<String>, Object> was = leaves(base);
    String left = merged.text("ours", "theirs");
    if (merged.isClean()) {
      Map<List<String>, Object> is = leaves(left);
      leaves(ours).forEach((way, v) -> assertChange(way, was, v, is, base, ours, theirs, left));
      leaves(theirs).forEach((way, v) -> assertChange(way, was, v, is, base, ours, theirs, left));
    } else {
      leaves(ours).forEach((way, v) -> assertTold(way, was, v, merged, left));
      leaves(theirs).forEach((way, v) -> assertTold(way, was, v, merged, left));
    }
  }

  private static void assertChange(
      List<String> way,
      Map<List<String>, Object> was,
      Object value,
      Map<List<String>, Object> is,
      String... texts) {
    if (!value.equals(was.get(way))) {
      assertThat(is.get(way))
          .as(() -> way + "\n" + String.join("\n-----\n", texts))
          .isEqualTo(value);
    }
  }

  /** Either it is outside of all marks, or within a conflict. */
  private static void assertTold(
      List<String> way,
      Map<List<String>, Object> was,
      Object value,
      MergedText merged,
      String text) {
    if (value.equals(was.get(way))) {
      return;
    }
    String words = String.valueOf(value).replaceAll("^\\[|]$", "");
    String last = words.substring(words.lastIndexOf(' ') + 1);
    assertThat(text).as(() -> way + " in\n" + merged.parts()).contains(last);
  }

  @Property(seed = "2", tries = 500)
  void eitherSideFirstGivesTheSameValues(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Map<String, String>> table = table(random);
    String base = written(table, new Random(seed));
    String ours = written(edited(table, random), new Random(seed));
    String theirs = written(edited(table, random), new Random(seed));

    MergedText one = YamlMerge.merge(Optional.of(base), ours, theirs, IDS);
    MergedText other = YamlMerge.merge(Optional.of(base), theirs, ours, IDS);

    assertThat(one.isClean()).isEqualTo(other.isClean());
    if (one.isClean()) {
      assertThat(leaves(one.text("", ""))).isEqualTo(leaves(other.text("", "")));
    }
  }
}
