package dev.plumbline.exchange.layout;

import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.UnitId;
import dev.plumbline.core.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The words of tables and documents with verdicts; from {@code exchange/verdicts.yaml}. */
public final class VerdictWords {
  /** What a column says. */
  public enum Field {
    UNIT,
    SUBJECT,
    VERDICT,
    REASON,
    BY,
    DATE,
    EVIDENCE,
    REMEDY,
    FOUND
  }

  private static final BoundedPattern CASE =
      BoundedPattern.compile(
          "(?<![\\d.])(\\d{1,2}(?:\\.\\d{1,2})?-\\d{1,2}[A-Z]?-\\d{1,2})([a-z])?(?!\\w)");
  private static final BoundedPattern LETTERS =
      BoundedPattern.compile(
          "(?i)\\bunits?\\s+([a-z])\\b(?:\\s*(?:-|\u2013|to|bis)\\s*([a-z])\\b)?");
  private static final BoundedPattern TABLE = BoundedPattern.compile("\\d{1,2}-[A-Z][A-Za-z]{3,}");
  private static final BoundedPattern DATE =
      BoundedPattern.compile("(?i)\\b(?:date|datum)\\s*:\\s*(\\d{4}-\\d{2}-\\d{2})");

  private final Map<String, Field> columns = new HashMap<>();
  private final Map<Verdict, List<String>> words = new EnumMap<>(Verdict.class);
  private final BoundedPattern person;

  private VerdictWords(Fields file) {
    Fields headings = file.child("columns").orElseThrow();
    for (Field field : Field.values()) {
      headings
          .texts(field.name().toLowerCase(Locale.ROOT))
          .forEach(t -> columns.put(Vocabulary.fold(t), field));
    }
    Fields verdicts = file.child("words").orElseThrow();
    for (Verdict verdict : Verdict.values()) {
      words.put(verdict, verdicts.texts(verdict.name()).stream().map(Vocabulary::fold).toList());
    }
    String people =
        file.texts("people").stream().map(BoundedPattern::quote).collect(Collectors.joining("|"));
    person =
        BoundedPattern.compile(
            "(?iu)(?:^|[\\n*(-])\\s*(?:"
                + people
                + ")\\s*:\\s*([^\\n:;|]{1,80}?)(?=\\s+\\w+:|[\\n;|)]|$)");
  }

  /** The words that Plumbline ships. */
  public static VerdictWords load() {
    return new VerdictWords(new Fields(new Resources().read("exchange/verdicts.yaml")));
  }

  /** What a heading announces; a heading that names a table of the IXIT announces its rows. */
  public Optional<Field> field(String heading) {
    Optional<Field> exact = Optional.ofNullable(columns.get(Vocabulary.fold(heading)));
    boolean rows = TABLE.matcher(heading).find();
    return exact.isPresent() ? exact : rows ? Optional.of(Field.SUBJECT) : Optional.empty();
  }

  /** A cell that is a verdict and nothing else. */
  public Optional<Verdict> verdict(String text) {
    String folded = Vocabulary.fold(text);
    return words.entrySet().stream()
        .filter(w -> w.getValue().contains(folded))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The units that a text names, given the test case that it stands under. */
  public List<String> units(String text, Optional<String> under) {
    Matcher full = CASE.matcher(text);
    Optional<String> of = under;
    List<String> found = new ArrayList<>();
    while (full.find()) {
      if (full.group(2) != null) {
        found.add(full.group(1) + full.group(2));
      }
      of = Optional.of(full.group(1));
    }
    Matcher letters = LETTERS.matcher(text);
    if (found.isEmpty() && of.isPresent() && letters.find()) {
      char first = letters.group(1).toLowerCase(Locale.ROOT).charAt(0);
      String end = letters.group(2) == null ? letters.group(1) : letters.group(2);
      char last = end.toLowerCase(Locale.ROOT).charAt(0);
      for (char c = first; c <= last; c++) {
        found.add(of.get() + c);
      }
    }
    return found.stream().filter(UnitId::isValid).distinct().toList();
  }

  /** The test case that a heading names. */
  public Optional<String> testCase(String heading) {
    Matcher named = CASE.matcher(heading);
    return named.find() && named.group(2) == null ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** The person whom a text names as the one who judged. */
  public Optional<String> person(String text) {
    Matcher named = person.matcher(text);
    return named.find() ? Optional.of(named.group(1).strip()) : Optional.empty();
  }

  /** The first day that a text names. */
  public Optional<String> date(String text) {
    Matcher day = DATE.matcher(text);
    return day.find() ? Optional.of(day.group(1)) : Optional.empty();
  }

  /** Rows that a cell names, each as written. */
  public static List<String> subjects(String text) {
    return Arrays.stream(text.split("\\s*[,;\\n]\\s*|\\s+/\\s+|\\s+(?:and|und|et|&)\\s+"))
        .map(t -> t.replaceAll("^[\\s`(.]+|[\\s`).:]+$", ""))
        .filter(t -> !t.isEmpty())
        .toList();
  }
}
