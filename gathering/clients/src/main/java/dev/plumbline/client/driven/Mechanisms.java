package dev.plumbline.client.driven;

import dev.plumbline.probe.DeviceDriver;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The drivers that go by one mechanism each, by the row that declares it. */
public final class Mechanisms {
  /** Table of the ways of updating. */
  public static final String UPDATES = "7-UpdMech";

  /** Table of what verifies programs at the start. */
  public static final String STARTS = "20-SecBoot";

  private Mechanisms() {}

  /**
   * Those of a table.
   *
   * @param able what they have to be able to do
   */
  public static Map<String, DeviceDriver> of(
      DeviceDriver driver, String table, Predicate<DeviceDriver> able) {
    Map<String, DeviceDriver> named = new LinkedHashMap<>();
    driver
        .mechanisms()
        .forEach(
            (row, bound) -> {
              if (row.startsWith(table + "/") && able.test(bound)) {
                named.put(row, bound);
              }
            });
    return named;
  }
}
