package dev.plumbline.client.driven;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.probe.DeviceDriver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The drivers that go by one mechanism each, by the row that declares it. */
public final class Mechanisms {
  private Mechanisms() {}

  /**
   * Those whose rows stand in a table of a role.
   *
   * @param ixit the rows that the dossier declares
   * @param able what they have to be able to do
   */
  public static Map<String, DeviceDriver> of(
      Ixit ixit, DeviceDriver driver, TableRole role, Predicate<DeviceDriver> able) {
    List<String> tables = ixit.names(role);
    Map<String, DeviceDriver> named = new LinkedHashMap<>();
    driver
        .mechanisms()
        .forEach(
            (row, bound) -> {
              if (tables.contains(row.substring(0, Math.max(0, row.indexOf('/'))))
                  && able.test(bound)) {
                named.put(row, bound);
              }
            });
    return named;
  }
}
