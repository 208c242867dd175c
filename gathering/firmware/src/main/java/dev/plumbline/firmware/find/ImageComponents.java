package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.software.SoftwareComponents;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Components, from package databases and from versions that programs carry. */
final class ImageComponents implements Finder {

  private static final BoundedPattern STATUS =
      BoundedPattern.compile(
          "(?:.*/)?lib/(opkg|dpkg)/(?:status|status\\.d/[^/]+|info/[^/]+\\.control)");
  private static final BoundedPattern APK = BoundedPattern.compile("(?:.*/)?lib/apk/db/installed");

  private record Program(String name, String has, String cpe, BoundedPattern pattern) {
    static Program of(Mapping m) {
      return new Program(
          FirmwareDataFile.needed(m, "name"),
          FirmwareDataFile.needed(m, "has"),
          m.text("cpe").orElse(""),
          FirmwareDataFile.pattern(m, "pattern"));
    }
  }

  private final List<Program> programs =
      FirmwareDataFile.mapping("components.yaml").mappings("programs").stream()
          .map(Program::of)
          .toList();
  private final Kept<SoftwareComponents.Component> rows = new Kept<>();
  private final java.util.Set<String> seen = new java.util.HashSet<>();
  private long databases;

  @Override
  public void text(Leaf leaf, String text) {
    Matcher status = STATUS.matcher(leaf.node().path());
    if (status.matches()) {
      databases++;
      for (String paragraph : text.split("\n\\s*\n")) {
        installed(fields(paragraph, ": "), status.group(1).equals("dpkg") ? "deb" : "opkg", leaf);
      }
    } else if (APK.matcher(leaf.node().path()).matches()) {
      databases++;
      for (String paragraph : text.split("\n\\s*\n")) {
        Map<String, String> fields = fields(paragraph, ":");
        add(fields.getOrDefault("P", ""), fields.getOrDefault("V", ""), "", "apk", leaf);
      }
    }
  }

  private void installed(Map<String, String> fields, String type, Leaf leaf) {
    String status = fields.getOrDefault("Status", "installed");
    if (status.endsWith("installed") && !status.endsWith("not-installed")) {
      add(fields.getOrDefault("Package", ""), fields.getOrDefault("Version", ""), "", type, leaf);
    }
  }

  private static Map<String, String> fields(String paragraph, String between) {
    Map<String, String> fields = new HashMap<>();
    for (String line : paragraph.split("\n")) {
      int at = line.indexOf(between);
      if (at > 0 && !line.startsWith(" ")) {
        fields.putIfAbsent(line.substring(0, at), line.substring(at + between.length()).strip());
      }
    }
    return fields;
  }

  @Override
  public void window(Leaf leaf, Window window) {
    for (Program program : programs) {
      if (window.text().contains(program.has())) {
        Matcher m = program.pattern().matcher(window.text());
        while (m.find()) {
          String version = m.group(1);
          if (window.owns(m.start())) {
            String cpe = program.cpe().isEmpty() ? "" : program.cpe().replace("VERSION", version);
            add(program.name(), version, cpe, "version-string", leaf);
          }
        }
      }
    }
  }

  private void add(String name, String version, String cpe, String type, Leaf leaf) {
    if (!name.isBlank() && seen.add(name + "\n" + version + "\n" + type)) {
      rows.add(
          new SoftwareComponents.Component(
              Printable.text(name),
              Printable.some(version),
              Optional.empty(),
              Printable.some(cpe),
              Printable.some(type),
              Printable.some(leaf.place())));
    }
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    reading.seen(
        "DUT",
        new SoftwareComponents(
            rows.all(),
            rows.count(),
            ImageCoverage.TARGET,
            Optional.of("firmware"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("incomplete"),
            Optional.empty(),
            Optional.of(databases),
            Optional.of(coverage.opened()),
            Optional.of(coverage.files()),
            Optional.of(coverage.bytes()),
            Optional.of(coverage.unopened()),
            coverage.complete(rows)));
  }
}
