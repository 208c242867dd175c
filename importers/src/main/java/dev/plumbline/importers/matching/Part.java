package dev.plumbline.importers.matching;

import dev.plumbline.importers.software.Components;
import dev.plumbline.importing.Reading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A component of the device that the dossier knows.
 *
 * @param type package type of its package URL, such as {@code npm} or {@code deb}; empty without
 *     one
 * @param packageName name with its namespace, as vulnerability data of this type writes it
 * @param distribution such as {@code debian-12}; empty where it is not told
 * @param product vendor and product of its CPE, such as {@code busybox:busybox}; empty without one
 */
public record Part(
    String name,
    String version,
    String type,
    String packageName,
    String distribution,
    String product) {
  private static final Pattern PURL =
      Pattern.compile("pkg:([^/]+)/([^@?#]+)(?:@([^?#]+))?(?:\\?([^#]*))?.*");
  private static final Pattern DISTRIBUTION = Pattern.compile("(?:^|&)distro=([^&]+)");

  /** Those that earlier imports listed. */
  public static List<Part> known(Reading reading) {
    return reading.earlier(Components.KEY).stream()
        .flatMap(o -> o.value().get("components") instanceof List<?> l ? l.stream() : Stream.of())
        .flatMap(c -> c instanceof Map<?, ?> m ? Stream.of(of(m)) : Stream.of())
        .distinct()
        .toList();
  }

  /** Whether earlier lists were cut, so that not all components are known. */
  public static boolean allKnown(Reading reading) {
    return reading.earlier(Components.KEY).stream()
        .allMatch(o -> Boolean.TRUE.equals(o.coverage().get("complete")));
  }

  static Part of(Map<?, ?> component) {
    String purl = text(component, "purl");
    Matcher m = PURL.matcher(purl);
    boolean found = m.matches();
    String type = found ? m.group(1) : "";
    String path = found ? URLDecoder.decode(m.group(2), StandardCharsets.UTF_8) : "";
    Matcher d = DISTRIBUTION.matcher(found ? Optional.ofNullable(m.group(4)).orElse("") : "");
    return new Part(
        text(component, "name"),
        text(component, "version"),
        type,
        packageName(type, path),
        d.find() ? d.group(1) : "",
        product(text(component, "cpe")));
  }

  /** Distributions leave their own name out, Maven writes a colon. */
  private static String packageName(String type, String path) {
    return switch (type) {
      case "deb", "apk", "rpm" -> path.substring(path.lastIndexOf('/') + 1);
      case "maven" -> path.replace('/', ':');
      default -> path;
    };
  }

  /** Vendor and product of a CPE 2.3 name. */
  public static String product(String cpe) {
    String[] parts = cpe.split("(?<!\\\\):");
    return parts.length > 4 && "2.3".equals(parts[1]) ? parts[3] + ":" + parts[4] : "";
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String s ? s : "";
  }
}
