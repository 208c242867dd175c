package dev.plumbline.importers.matterpics;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.supply.PicsDeclared;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The items of a PICS by their codes. A code that stands in several files, one an endpoint, is
 * supported where any of them supports it.
 */
final class PicsItems {
  /** All items of the CSA's files together are some 10,000. */
  private static final int MOST = 50_000;

  private static final int MOST_PREFIXES = 1_000;

  /** Such as MCORE.COM.WIFI, DGTHREAD.S.A0001, OPCREDS.S.C00.Rsp, LTIME.S.M.12HR. */
  private static final BoundedPattern CODE =
      BoundedPattern.compile("[A-Z][A-Z0-9_]{0,39}(\\.[A-Za-z0-9_-]{1,80}){0,8}");

  private final SortedMap<String, SortedMap<String, Boolean>> byPrefix = new TreeMap<>();
  private long items;
  private long held;

  static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  /**
   * Whether no other program would name a setting so: an item of the base, or of the server or
   * client side of a cluster.
   */
  static boolean isOfMatter(String code) {
    return code.startsWith("MCORE.") || code.matches("[A-Z0-9]{1,40}\\.[SC](\\..{1,80})?");
  }

  boolean isEmpty() {
    return held == 0;
  }

  /**
   * Adds an item; one that cannot be right is left out and told.
   *
   * @param support {@code true}, {@code false}, 1 or 0
   */
  void add(String code, String support, int line, Reading reading) throws MalformedImportException {
    held++;
    String value = support.strip().toLowerCase(Locale.ROOT);
    String name = code.strip();
    boolean yes = value.equals("true") || value.equals("1");
    if (!isCode(name) || !(yes || value.equals("false") || value.equals("0"))) {
      reading.leftOut("an item without a code of Matter or without true or false", line);
      return;
    }
    String prefix = name.substring(0, name.contains(".") ? name.indexOf('.') : name.length());
    if (++items > MOST || (!byPrefix.containsKey(prefix) && byPrefix.size() == MOST_PREFIXES)) {
      throw new MalformedImportException(ImportRefusal.TOO_LARGE, "it has too many items", line, 0);
    }
    byPrefix
        .computeIfAbsent(prefix, p -> new TreeMap<>())
        .merge(name, yes, (one, other) -> one || other);
  }

  /**
   * Records what was added.
   *
   * @param ended whether the form of the file shows that none of it is missing
   */
  void tell(Reading reading, boolean ended) {
    reading.counted("items", held, items);
    for (Map.Entry<String, SortedMap<String, Boolean>> part : byPrefix.entrySet()) {
      reading.seen(
          "pics/" + part.getKey(),
          new PicsDeclared(
              codes(part.getValue(), true),
              codes(part.getValue(), false),
              part.getValue().size(),
              ended && items == held));
    }
  }

  private static List<String> codes(SortedMap<String, Boolean> items, boolean supported) {
    List<String> codes = new ArrayList<>();
    items.forEach(
        (code, yes) -> {
          if (yes == supported) {
            codes.add(code);
          }
        });
    return List.copyOf(codes);
  }
}
