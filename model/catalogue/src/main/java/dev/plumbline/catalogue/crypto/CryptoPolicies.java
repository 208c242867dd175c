package dev.plumbline.catalogue.crypto;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Entry;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Standing;
import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads crypto policies: the shipped ones, and files of users. */
public final class CryptoPolicies {
  /** Id of the policy that is used where none is named. */
  public static final String DEFAULT = "plumbline-2026-11";

  private static final String ROOT = "policies/";

  /** The source that marks a choice of the policy's own. */
  private static final String OWN = "own";

  private static final long MAX_BYTES = 4L * 1024 * 1024;

  private static final Map<String, CryptoPolicy> SHIPPED = new ConcurrentHashMap<>();

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  private CryptoPolicies() {}

  /** The default policy. */
  public static CryptoPolicy load() {
    return load(DEFAULT);
  }

  /**
   * A shipped policy; read once.
   *
   * @throws CatalogueException if there is none of that id
   */
  public static CryptoPolicy load(String id) {
    return SHIPPED.computeIfAbsent(
        id, i -> new CryptoPolicies().parse(ROOT + i + ".yaml", shipped(i)));
  }

  /** Ids of the shipped policies. */
  public static List<String> ids() {
    return new Resources().read(ROOT + "index.yaml").texts("policies");
  }

  /**
   * A policy from a file. It may extend a shipped one and say only what differs.
   *
   * @throws CatalogueException naming file, line and column of what is wrong
   */
  public static CryptoPolicy read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new CatalogueException(file + ": larger than " + MAX_BYTES + " bytes");
      }
      return new CryptoPolicies()
          .parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (MalformedInputException e) {
      throw new CatalogueException(file + ": not UTF-8 text");
    } catch (IOException e) {
      throw new CatalogueException(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  private static String shipped(String id) {
    if (!id.matches("[a-z0-9-]+")) {
      throw new CatalogueException("'" + id + "' is no id of a crypto policy");
    }
    return Resources.text(ROOT + id + ".yaml")
        .orElseThrow(
            () -> new CatalogueException("No crypto policy '" + id + "'; there are " + ids()));
  }

  private CryptoPolicy parse(String name, String text) {
    Fields file = new Fields(Resources.parse(name, text));
    Optional<String> base = file.optional("extends");
    if (base.isPresent()) {
      String under = shipped(base.get());
      Fields parent = new Fields(Resources.parse(ROOT + base.get() + ".yaml", under));
      if (parent.optional("extends").isPresent()) {
        throw new CatalogueException(name + ": '" + base.get() + "' extends another policy itself");
      }
      add(parent, under);
    }
    add(file, text);
    if (entries.isEmpty()) {
      throw new CatalogueException(file.node().place() + ": the policy has no entries");
    }
    return new CryptoPolicy(
        file.need("id"), date(file, "date"), file.need("title"), entries, Digest.ofParts(texts));
  }

  private void add(Fields file, String text) {
    texts.add(text);
    file.list("sources")
        .forEach(s -> sources.put(s.need("key"), s.need("title") + " (" + s.need("date") + ")"));
    Set<String> seen = new HashSet<>();
    Map<String, Entry> own = new HashMap<>();
    for (Fields e : file.list("entries")) {
      List<String> names = e.texts("names").isEmpty() ? List.of(e.need("name")) : e.texts("names");
      for (String name : names) {
        Entry entry = entry(e, name);
        mark(e, seen, name);
        index(own, name, entry);
        for (String alias : e.texts("aliases")) {
          mark(e, seen, alias);
          index(own, alias, entry);
        }
      }
    }
    for (Fields e : file.list("keySizes")) {
      String family = e.need("family").toUpperCase(Locale.ROOT);
      String key = PolicyLookup.SIZE + family + " " + e.number("from");
      mark(e, seen, key);
      own.put(key, entry(e, family + " of " + e.number("from") + " bits and more"));
    }
    entries.putAll(own);
  }

  private static void mark(Fields at, Set<String> seen, String name) {
    if (!seen.add(name)) {
      throw at(at, "the name '" + name + "' stands here a second time");
    }
  }

  /** As written it wins over every other spelling, which the first entry keeps. */
  private static void index(Map<String, Entry> own, String name, Entry entry) {
    own.put(name, entry);
    own.putIfAbsent(name.toUpperCase(Locale.ROOT), entry);
    own.putIfAbsent(PolicyLookup.fold(name), entry);
  }

  private Entry entry(Fields e, String name) {
    Standing standing = e.oneOf(Standing.class, "standing");
    Optional<LocalDate> until =
        standing == Standing.ACCEPTED_UNTIL ? Optional.of(date(e, "until")) : Optional.empty();
    List<String> keys = e.texts("sources");
    if (keys.isEmpty()) {
      throw at(e, "no source is given for " + name);
    }
    return new Entry(
        name,
        e.optional("kind").orElse("key-size"),
        standing,
        until,
        e.need("why"),
        keys.stream().map(k -> source(e, k)).toList(),
        e.texts("needs"),
        keys.contains(OWN));
  }

  private String source(Fields e, String key) {
    String source = sources.get(key);
    if (source == null) {
      throw at(e, "the source '" + key + "' is not described under sources");
    }
    return source;
  }

  private static LocalDate date(Fields fields, String key) {
    try {
      return LocalDate.parse(fields.need(key));
    } catch (DateTimeParseException e) {
      throw at(fields, key + " is no date such as 2026-11-01");
    }
  }

  private static CatalogueException at(Fields fields, String what) {
    return new CatalogueException(fields.node().place() + ": " + what);
  }
}
