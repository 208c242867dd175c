package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlTextProperties {
  /** A dossier-like text, with comments, blank lines and all styles, and where to edit it. */
  record Sample(
      String text, List<YamlPath> scalars, List<YamlPath> mappings, List<YamlPath> lists) {}

  private static YamlText read(String text) {
    Problems problems = new Problems();
    return YamlText.of(text, "f.yaml", problems)
        .orElseThrow(() -> new AssertionError(problems.sorted() + "\n" + text));
  }

  @Property(seed = "1")
  void everyTextReadsBackFromEveryPosition(@ForAll("texts") String value) {
    assertThat(read("a: 1\nb: 2\n").set(YamlPath.of("a"), value).root().plain())
        .isEqualTo(Map.of("a", value, "b", 2L));
    assertThat(read("{a: 1, b: 2}\n").set(YamlPath.of("a"), value).root().plain())
        .isEqualTo(Map.of("a", value, "b", 2L));
    assertThat(read("- [1]\n- 2\n").add(new YamlPath(List.of()), value).root().plain())
        .isEqualTo(List.of(List.of(1L), 2L, value));
    assertThat(read("k: [1]\n").add(YamlPath.of("k"), value).root().plain())
        .isEqualTo(Map.of("k", List.of(1L, value)));
  }

  @Property(seed = "1")
  void everyShortTextCanBeAKey(@ForAll("keys") String key) {
    assertThat(read("{}\n").set(YamlPath.of(key), "v").root().plain()).isEqualTo(Map.of(key, "v"));
    assertThat(read("\u00e4 z: 1\n").set(YamlPath.of(key), "v").at(YamlPath.of(key)))
        .hasValueSatisfying(n -> assertThat(n.plain()).isEqualTo("v"));
  }

  @Property(seed = "1")
  void aReplacedScalarChangesItsOwnLinesOnly(
      @ForAll("samples") Sample sample, @ForAll("texts") String value, @ForAll int pick) {
    YamlPath path = sample.scalars().get(Math.floorMod(pick, sample.scalars().size()));
    YamlText before = read(sample.text());
    YamlText after = before.set(path, value);

    assertThat(after.at(path).orElseThrow().plain()).isEqualTo(value);
    assertThat(comments(after.text())).isEqualTo(comments(before.text()));
    Span span = before.at(path).orElseThrow().span();
    int lineStart = before.text().lastIndexOf('\n', span.start()) + 1;
    assertThat(after.text()).startsWith(before.text().substring(0, lineStart));
    assertThat(after.text())
        .endsWith(before.text().substring(NodePositions.nextLine(before.text(), span.end())));
  }

  @Property(seed = "1")
  void anAddedFieldOrItemLeavesEveryLineAsItWas(
      @ForAll("samples") Sample sample, @ForAll("values") Object value, @ForAll int pick) {
    YamlPath mapping = sample.mappings().get(Math.floorMod(pick, sample.mappings().size()));
    YamlPath list = sample.lists().get(Math.floorMod(pick, sample.lists().size()));
    YamlText before = read(sample.text());

    assertThat(before.set(mapping.key("added"), value).text())
        .satisfies(t -> keepsLines(sample, t));
    assertThat(before.add(list, value).text()).satisfies(t -> keepsLines(sample, t));
  }

  /** Each line is there still, in order; a line with brackets may have grown. */
  private static void keepsLines(Sample sample, String after) {
    List<String> lines = after.lines().toList();
    int at = 0;
    for (String line : sample.text().lines().toList()) {
      while (at < lines.size() && !isGrown(line, lines.get(at))) {
        at++;
      }
      assertThat(at).as("line '%s' in\n%s", line, after).isLessThan(lines.size());
      at++;
    }
  }

  private static boolean isGrown(String line, String later) {
    if (line.equals(later)) {
      return true;
    }
    int start = Math.max(line.indexOf('['), line.indexOf('{')) + 1;
    return start > 0 && later.startsWith(line.substring(0, start));
  }

  private static List<String> comments(String text) {
    return text.lines()
        .filter(l -> l.contains("# c"))
        .map(l -> l.substring(l.indexOf("# c")))
        .toList();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(12),
        Arbitraries.strings().withChars(" \n\t:#-'\"[]{},&*!|>%@`ynYN~.0123\\").ofMaxLength(10),
        Arbitraries.of(
            "Y",
            "N/A",
            "no",
            "3.10",
            "a: b",
            "x # y",
            "two\nlines",
            "a\n\nb\n",
            " lead",
            "trail ",
            "Gr\u00fc\u00dfe",
            "\uD83D\uDE00",
            "\u202e",
            "\u2028",
            "\ufeff",
            "---",
            "...",
            "",
            "|",
            "a\r\nb"));
  }

  @Provide
  Arbitrary<String> keys() {
    return texts().filter(s -> s.length() <= 12);
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            texts().map(Object.class::cast),
            Arbitraries.longs().between(-1_000_000, 1_000_000).map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast));
    return Arbitraries.lazyOf(
        () -> scalars,
        () -> scalars.list().ofMaxSize(3).map(Object.class::cast),
        () ->
            Arbitraries.maps(keys().filter(k -> !k.isEmpty()), scalars)
                .ofMaxSize(3)
                .map(m -> (Object) new LinkedHashMap<>(m)));
  }

  @Provide
  Arbitrary<Sample> samples() {
    Arbitrary<Integer> step = Arbitraries.integers().between(0, 5);
    return Combinators.combine(step.list().ofMinSize(1).ofMaxSize(6), Arbitraries.of(0, 2))
        .as(YamlTextProperties::sample);
  }

  private static Sample sample(List<Integer> kinds, int dash) {
    StringBuilder text = new StringBuilder("# c head\n");
    List<YamlPath> scalars = new ArrayList<>();
    List<YamlPath> mappings = new ArrayList<>(List.of(new YamlPath(List.of())));
    List<YamlPath> lists = new ArrayList<>();
    kinds = new ArrayList<>(kinds);
    kinds.addAll(List.of(0, 3));
    for (int i = 0; i < kinds.size(); i++) {
      String key = "k" + i;
      YamlPath path = YamlPath.of(key);
      switch (kinds.get(i)) {
        case 0 -> {
          text.append(key).append(": value ").append(i).append("   # c").append(i).append("\n\n");
          scalars.add(path);
        }
        case 1 -> {
          text.append(key).append(": |\n  line one\n\n   line two  \n# c").append(i).append('\n');
          scalars.add(path);
        }
        case 2 -> {
          text.append(key).append(":\n  # c in\n  a: 'x'\n  \"b\": \"y\\n\" # c\n\n");
          mappings.add(path);
          scalars.add(path.key("a"));
          scalars.add(path.key("b"));
        }
        case 3 -> {
          String in = " ".repeat(dash);
          text.append(key).append(":\n").append(in).append("- id: 1 # c\n").append(in);
          text.append("  v: plain\n").append(in).append("    text over lines\n");
          text.append("  # c between\n").append(in).append("- word\n");
          lists.add(path);
          mappings.add(path.index(0));
          scalars.add(path.index(0).key("v"));
          scalars.add(path.index(1));
        }
        case 4 -> {
          text.append(key).append(": {a: 1, b: [x, {q: 1}]} # c\n");
          mappings.add(path);
          mappings.add(path.key("b").index(1));
          lists.add(path.key("b"));
          scalars.add(path.key("b").index(0));
        }
        default -> {
          text.append(key).append(": # c empty\n");
          scalars.add(path);
        }
      }
    }
    return new Sample(text.append("# c tail\n").toString(), scalars, mappings, lists);
  }
}
