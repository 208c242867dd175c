package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareAccounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Who can log in, and whether a password is one that others know. */
final class ImageAccounts implements Finder {

  private static final BoundedPattern FILE =
      BoundedPattern.compile("(?:.*/)?(passwd|shadow|master\\.passwd)(?:[-.~].*)?");
  private static final BoundedPattern ENTRY =
      BoundedPattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,63}\\$?):([^:\\s]{0,255}):(.*)");

  /** A hash in another file, such as a script that writes the password file. */
  private static final BoundedPattern STRAY =
      BoundedPattern.compile(
          "\\b([a-z_][a-z0-9_-]{0,31}):(\\$(?:1|2[abxy]|5|6|7|y|gy)\\$[./A-Za-z0-9$=,]{20,200})(?=:)");

  private static final Map<String, String> SCHEMES = schemes();

  private record Entry(String name, String password, String shell, String uid, long line) {}

  private final HashTrials passwords = new HashTrials();
  private final Map<String, List<Entry>> files = new LinkedHashMap<>();
  private final Map<String, Leaf> leaves = new LinkedHashMap<>();
  private final Kept<FirmwareAccounts.Account> rows = new Kept<>();
  private long stray;

  private static Map<String, String> schemes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("$1$", "md5");
    all.put("$2", "bcrypt");
    all.put("$5$", "sha256");
    all.put("$6$", "sha512");
    all.put("$7$", "scrypt");
    all.put("$gy$", "gost-yescrypt");
    all.put("$y$", "yescrypt");
    return all;
  }

  @Override
  public void text(Leaf leaf, String text) {
    if (!FILE.matcher(leaf.node().path()).matches()) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    long line = 0;
    for (String one : text.split("\n", -1)) {
      line++;
      Matcher m = ENTRY.matcher(one.strip());
      if (m.matches()) {
        String[] rest = m.group(3).split(":", -1);
        boolean passwd = rest.length == 5;
        entries.add(
            new Entry(
                m.group(1),
                m.group(2),
                passwd ? rest[4].strip() : "",
                passwd ? rest[0] : "",
                line));
      }
    }
    if (!entries.isEmpty()) {
      files.put(leaf.place(), entries);
      leaves.put(leaf.place(), leaf);
    }
  }

  @Override
  public void window(Leaf leaf, Window window) {
    if (FILE.matcher(leaf.node().path()).matches() || !window.text().contains(":$")) {
      return;
    }
    Matcher m = STRAY.matcher(window.text());
    while (m.find()) {
      if (window.owns(m.start())) {
        stray++;
        row(m.group(1), m.group(2), "", "", leaf.place(), window.line(m.start()));
      }
    }
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    files.forEach((place, entries) -> entries.forEach(e -> weigh(place, e)));
    if (files.isEmpty() && stray == 0) {
      String why = coverage.reasons();
      reading.undetermined(
          FirmwareAccounts.class,
          "DUT",
          "no file of accounts was found in what could be opened"
              + (why.isEmpty() ? "" : "; not opened: " + why));
      return;
    }
    reading.seen(
        "DUT",
        new FirmwareAccounts(
            rows.all(),
            rows.count(),
            files.size(),
            List.copyOf(passwords.lists()),
            ImageCoverage.TARGET,
            coverage.opened(),
            coverage.files(),
            coverage.bytes(),
            coverage.unopened(),
            coverage.complete(rows)));
  }

  /** An entry that points to the shadow file is told by that one, with the shell of this. */
  private void weigh(String place, Entry entry) {
    if (entry.password().equals("x") && shadowed(place, entry.name())) {
      return;
    }
    Optional<Entry> partner =
        entry.uid().isEmpty() ? inPasswd(place, entry.name()) : Optional.empty();
    row(
        entry.name(),
        entry.password(),
        partner.map(Entry::shell).orElse(entry.shell()),
        partner.map(Entry::uid).orElse(entry.uid()),
        place,
        entry.line());
  }

  private boolean shadowed(String place, String name) {
    String shadow = beside(place, "passwd", "shadow");
    return files.getOrDefault(shadow, List.of()).stream().anyMatch(e -> e.name().equals(name));
  }

  private Optional<Entry> inPasswd(String place, String name) {
    return files.getOrDefault(beside(place, "shadow", "passwd"), List.of()).stream()
        .filter(e -> e.name().equals(name))
        .findFirst();
  }

  private static String beside(String place, String from, String to) {
    int at = place.lastIndexOf(from);
    return at < 0 ? "" : place.substring(0, at) + to + place.substring(at + from.length());
  }

  private void row(
      String name, String password, String shell, String uid, String place, long line) {
    String scheme = scheme(password);
    boolean hash = !List.of("empty", "locked", "elsewhere").contains(scheme);
    String known = hash ? passwords.of(name, unlocked(password)) : "";
    rows.add(
        new FirmwareAccounts.Account(
            Printable.text(name),
            Printable.text(place),
            Printable.some(line),
            hash ? (password.startsWith("!") ? "locked" : "hash") : scheme,
            Printable.some(hash ? scheme : ""),
            Printable.some(known),
            Printable.some(shell),
            login(scheme, password, shell),
            Printable.some(uid)));
  }

  private static String login(String scheme, String password, String shell) {
    if (scheme.equals("locked")
        || password.startsWith("!")
        || shell.matches(".*/(?:nologin|false)")) {
      return "no";
    }
    return scheme.equals("elsewhere") || shell.isEmpty() ? "unknown" : "yes";
  }

  private static String unlocked(String password) {
    return password.replaceFirst("^!+", "");
  }

  private static String scheme(String password) {
    if (password.isEmpty()) {
      return "empty";
    }
    if (password.equals("x")) {
      return "elsewhere";
    }
    String hash = unlocked(password);
    if (hash.matches("[./0-9A-Za-z]{13}")) {
      return "des";
    }
    return SCHEMES.entrySet().stream()
        .filter(s -> hash.startsWith(s.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(
            hash.isEmpty() || hash.startsWith("*") || hash.length() < 13 ? "locked" : "unknown");
  }
}
