package dev.plumbline.probes.upnpsurface;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;

/**
 * What is asked and what is never called; {@code upnp.yaml}.
 *
 * @param searches search targets
 * @param descriptions paths at which a description may lie
 * @param reads names of actions that only read
 * @param secrets names of values that are not to be kept
 * @param forbidden error codes for a caller without rights
 */
record UpnpRules(
    List<String> searches,
    List<String> descriptions,
    BoundedPattern reads,
    BoundedPattern secrets,
    List<String> forbidden) {
  private static final String FILE = "upnp.yaml";

  static UpnpRules load() {
    Mapping file = DataFile.mapping(UpnpRules.class, FILE);
    return new UpnpRules(
        file.texts("searches"),
        file.texts("descriptions"),
        pattern(file, "reads"),
        pattern(file, "secrets"),
        file.texts("forbidden"));
  }

  private static BoundedPattern pattern(Mapping file, String key) {
    return BoundedPattern.compile(
        file.text(key).orElseThrow(() -> new IllegalStateException(FILE + ": no " + key)));
  }
}
