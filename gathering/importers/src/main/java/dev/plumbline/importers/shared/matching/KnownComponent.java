package dev.plumbline.importers.shared.matching;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.software.SoftwareComponents;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A component of the device that the dossier knows.
 *
 * @param type package type of its package URL, such as {@code npm} or {@code deb}; empty without
 *     one
 * @param packageName name with its namespace, as vulnerability data of this type writes it
 * @param distribution such as {@code debian-12}; empty where it is not told
 * @param product vendor and product of its CPE, such as {@code busybox:busybox}; empty without one
 */
public record KnownComponent(
    String name,
    String version,
    String type,
    String packageName,
    String distribution,
    String product) {
  private static final BoundedPattern PURL =
      BoundedPattern.compile("pkg:([^/]+)/([^@?#]+)(?:@([^?#]+))?(?:\\?([^#]*))?.*");
  private static final BoundedPattern DISTRIBUTION =
      BoundedPattern.compile("(?:^|&)distro=([^&]+)");

  /** Those that earlier imports listed. */
  public static List<KnownComponent> known(Reading reading) {
    return reading.earlier(SoftwareComponents.class).stream()
        .flatMap(o -> o.as(SoftwareComponents.class).stream())
        .flatMap(list -> list.components().stream())
        .map(KnownComponent::of)
        .distinct()
        .toList();
  }

  /** Whether earlier lists were cut, so that not all components are known. */
  public static boolean allKnown(Reading reading) {
    return reading.earlier(SoftwareComponents.class).stream()
        .allMatch(o -> o.as(SoftwareComponents.class).filter(l -> l.complete()).isPresent());
  }

  static KnownComponent of(SoftwareComponents.Component component) {
    String purl = component.purl().orElse("");
    Matcher m = PURL.matcher(purl);
    boolean found = m.matches();
    String type = found ? m.group(1) : "";
    String path = found ? URLDecoder.decode(m.group(2), StandardCharsets.UTF_8) : "";
    Matcher d = DISTRIBUTION.matcher(found ? Optional.ofNullable(m.group(4)).orElse("") : "");
    return new KnownComponent(
        component.name(),
        component.version().orElse(""),
        type,
        packageName(type, path),
        d.find() ? d.group(1) : "",
        product(component.cpe().orElse("")));
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
}
