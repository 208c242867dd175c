package dev.plumbline.probes.publicpages;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.page.PageMentions;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which words of a row of the IXIT a page has, and what it advises beside them. A word that is
 * there is a hint where to read; that the page says what the row says, a person sees.
 */
final class RowMentions {
  private static final int SHORTEST = 4;
  private static final int MOST_WORDS = 40;
  private static final int MOST_ADVICE = 5;
  private static final int LONGEST_ADVICE = 200;
  private static final BoundedPattern BETWEEN = BoundedPattern.compile("[^\\p{L}]+");
  private static final BoundedPattern ENDING = BoundedPattern.compile("(es|s|ed|ing|en|n)$");
  private static final BoundedPattern SENTENCE = BoundedPattern.compile("(?<=[.!?])\\s+");

  /**
   * A page with the table whose rows it is about.
   *
   * @param field of the user information that names the page
   */
  record About(String field, TableRole role, List<String> columns) {
    About {
      columns = List.copyOf(columns);
    }
  }

  private final List<About> abouts;
  private final Set<String> common;
  private final BoundedPattern advice;

  RowMentions() {
    Mapping data = DataFile.mapping(RowMentions.class, "mentions.yaml");
    this.abouts =
        data.mappings("pages").stream()
            .map(
                p ->
                    new About(
                        p.text("page").orElseThrow(),
                        p.text("rows").flatMap(TableRole::of).orElseThrow(),
                        p.texts("columns")))
            .toList();
    this.common = Set.copyOf(data.texts("common"));
    this.advice =
        BoundedPattern.compile(
            data.text("advice").orElseThrow(),
            BoundedPattern.CASE_INSENSITIVE | BoundedPattern.UNICODE_CASE);
  }

  /** The tables that a page is about, by the fields that name it. */
  List<About> about(List<String> fields) {
    return abouts.stream().filter(a -> fields.contains(a.field())).toList();
  }

  /** What a page says of a row. */
  PageMentions of(About about, IxitEntry row, String url, String text) {
    Set<String> stems = new LinkedHashSet<>();
    BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).map(RowMentions::stem).forEach(stems::add);
    List<String> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    words(about, row).forEach(w -> (stems.contains(stem(w)) ? found : missing).add(w));
    return new PageMentions(
        url, about.field(), found, missing, advice(text, found), Optional.empty());
  }

  private List<String> words(About about, IxitEntry row) {
    StringBuilder all = new StringBuilder();
    about.columns().forEach(c -> all.append(row.text(c)).append(' '));
    return BETWEEN
        .splitAsStream(all.toString().toLowerCase(Locale.ROOT))
        .filter(w -> w.length() >= SHORTEST && !common.contains(w))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  /** Sentences that advise and have a word of the row. */
  private List<String> advice(String text, List<String> found) {
    Set<String> wanted = new LinkedHashSet<>();
    found.forEach(f -> wanted.add(stem(f)));
    return SENTENCE
        .splitAsStream(text)
        .filter(s -> advice.matcher(s).find())
        .filter(
            s ->
                BETWEEN
                    .splitAsStream(s.toLowerCase(Locale.ROOT))
                    .anyMatch(w -> wanted.contains(stem(w))))
        .map(s -> s.length() <= LONGEST_ADVICE ? s : s.substring(0, LONGEST_ADVICE) + "…")
        .limit(MOST_ADVICE)
        .toList();
  }

  /** Recordings and recorded, sensor and sensors are one word. */
  private static String stem(String word) {
    String cut = ENDING.matcher(word).replaceFirst("");
    return cut.length() >= SHORTEST - 1 ? cut : word;
  }
}
