package dev.plumbline.testbed;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the testbed's own data files. */
final class YamlResource {
  private YamlResource() {}

  /** Whether there is a file of this name. */
  static boolean exists(String name) {
    return YamlResource.class.getResource(name) != null;
  }

  static Settings read(String name) {
    try (InputStream in = YamlResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return Settings.of(
          new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
