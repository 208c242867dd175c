package dev.plumbline.testbed.net;

import dev.plumbline.testbed.bench.DeviceMemory;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * What a part needs to start.
 *
 * @param id name of the part in the device's specification
 * @param settings its settings
 * @param accounts all accounts of the device
 * @param facts facts of the unit: version, model, serial and the like
 * @param silence whether the device is mute
 * @param memory what the device remembers, where it remembers anything
 * @param passwords those that were changed, of all parts
 * @param keys those that the device keeps over losses of power
 */
public record PartContext(
    String id,
    Settings settings,
    Settings accounts,
    Settings facts,
    InetAddress address,
    Silence silence,
    InstantSource clock,
    Optional<DeviceMemory> memory,
    Passwords passwords,
    DeviceKeys keys) {

  /** A part of something that remembers nothing. */
  public PartContext(
      String id,
      Settings settings,
      Settings accounts,
      Settings facts,
      InetAddress address,
      Silence silence,
      InstantSource clock) {
    this(
        id,
        settings,
        accounts,
        facts,
        address,
        silence,
        clock,
        Optional.empty(),
        new Passwords(),
        new DeviceKeys());
  }

  /** The same part at another port, for one that starts again where it was. */
  public PartContext at(int port) {
    return new PartContext(
        id,
        settings.with(Settings.of(Map.of("port", port))),
        accounts,
        facts,
        address,
        silence,
        clock,
        memory,
        passwords,
        keys);
  }

  public int port() {
    return settings.number("port", 0);
  }

  /** This part's key, made at its first start. A spare unit has one of its own. */
  public <T> T key(Class<T> kind, DeviceKeys.Maker<T> maker) throws IOException {
    return keys.of(memory.map(DeviceMemory::serial).orElse("") + " " + id, kind, maker);
  }

  /** The accounts that this part knows, behind its guard. */
  public DeviceAccounts login() {
    return new DeviceAccounts(accounts, id, settings.child("guard"), this::fill, clock, passwords);
  }

  /** The text with each {@code ${fact}} replaced by the fact. */
  public String fill(String text) {
    String filled = text;
    for (String key : facts.values().keySet()) {
      filled = filled.replace("${" + key + "}", facts.text(key, ""));
    }
    return filled;
  }
}
