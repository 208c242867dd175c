package dev.plumbline.probes.publicpages;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** What can be read in a text: addresses, dates and durations. */
final class PageText {
  private static final int MOST = 50;
  private static final BoundedPattern EMAIL =
      BoundedPattern.compile(
          "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,6}");
  private static final BoundedPattern ISO =
      BoundedPattern.compile("\\b(20\\d\\d)-(\\d{2})-(\\d{2})\\b");
  private static final BoundedPattern DOTTED =
      BoundedPattern.compile("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(20\\d\\d)\\b");

  private final List<String> months;
  private final BoundedPattern dayFirst;
  private final BoundedPattern monthFirst;
  private final BoundedPattern monthOnly;
  private final BoundedPattern duration;
  private final BoundedPattern loginPath;

  PageText() {
    Mapping words = DataFile.mapping(PageText.class, "words.yaml");
    this.months = words.texts("months");
    String month = "(" + String.join("|", months) + "|[a-z]{3}\\.?)";
    this.dayFirst =
        BoundedPattern.compile(
            "(?i)\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+" + month + ",?\\s+(20\\d\\d)\\b");
    this.monthFirst =
        BoundedPattern.compile(
            "(?i)\\b" + month + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d\\d)\\b");
    this.monthOnly =
        BoundedPattern.compile(
            "(?i)(?<!\\d(?:st|nd|rd|th)?\\s)\\b("
                + String.join("|", months)
                + ")\\s+(20\\d\\d)\\b");
    this.duration =
        BoundedPattern.compile(
            "(?i)\\b((?:\\d{1,4}|"
                + String.join("|", words.texts("numbers"))
                + ")[\\s\\u00a0-]+(?:"
                + String.join("|", words.texts("units"))
                + "))\\b");
    this.loginPath = BoundedPattern.compile(words.text("loginPath").orElseThrow());
  }

  List<String> emails(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher m = EMAIL.matcher(text);
    while (m.find() && found.size() < MOST) {
      found.add(m.group());
    }
    return List.copyOf(found);
  }

  /** Dates as {@code YYYY-MM-DD}; a month alone stands for its last day. */
  List<String> dates(String text) {
    Set<String> found = new TreeSet<>();
    add(found, ISO.matcher(text), 1, 2, 3);
    add(found, DOTTED.matcher(text), 3, 2, 1);
    add(found, dayFirst.matcher(text), 3, 2, 1);
    add(found, monthFirst.matcher(text), 3, 1, 2);
    Matcher m = monthOnly.matcher(text);
    while (m.find() && found.size() < MOST) {
      LocalDate first = LocalDate.of(Integer.parseInt(m.group(2)), month(m.group(1)), 1);
      found.add(first.withDayOfMonth(first.lengthOfMonth()).toString());
    }
    return List.copyOf(found);
  }

  private void add(Set<String> found, Matcher m, int year, int month, int day) {
    while (m.find() && found.size() < MOST) {
      try {
        int number = month(m.group(month));
        found.add(
            LocalDate.of(Integer.parseInt(m.group(year)), number, Integer.parseInt(m.group(day)))
                .toString());
      } catch (DateTimeException noDate) {
        // Digits that look like a date and are none.
      }
    }
  }

  private int month(String text) {
    if (text.matches("\\d+")) {
      return Integer.parseInt(text);
    }
    String start = text.toLowerCase(Locale.ROOT).substring(0, 3);
    for (int i = 0; i < months.size(); i++) {
      if (months.get(i).startsWith(start)) {
        return i + 1;
      }
    }
    return 0;
  }

  List<String> durations(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher m = duration.matcher(text);
    while (m.find() && found.size() < MOST) {
      found.add(m.group(1).replaceAll("[\\s\\u00a0]+", " "));
    }
    return List.copyOf(found);
  }

  boolean isLoginPath(String path) {
    return loginPath.matcher(path).find();
  }
}
