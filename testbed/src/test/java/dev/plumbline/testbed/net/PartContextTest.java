package dev.plumbline.testbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.bench.DeviceMemory;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PartContextTest {
  private final AtomicInteger made = new AtomicInteger();
  private final DeviceMemory memory =
      new DeviceMemory(
          Settings.of(Map.of("spare", Map.of("serial", "S-2"))), "camera", "S-1", "1.0");
  private final DeviceKeys keys = new DeviceKeys();

  @Test
  void aPartKeepsItsKeyWhereverItStartsAgainAndNoOtherPartHasIt() throws IOException {
    String first = key(part("web"));
    assertThat(key(part("web").at(8443))).isEqualTo(first);
    assertThat(key(part("shell"))).isNotEqualTo(first);
  }

  @Test
  void aSpareUnitHasKeysOfItsOwn() throws IOException {
    String first = key(part("web"));
    memory.replace(true);
    assertThat(key(part("web"))).isNotEqualTo(first);
    memory.replace(false);
    assertThat(key(part("web"))).isEqualTo(first);
  }

  private String key(PartContext part) throws IOException {
    return part.key(String.class, () -> "key " + made.incrementAndGet());
  }

  private PartContext part(String id) {
    Settings none = Settings.of(Map.of());
    return new PartContext(
        id,
        none,
        none,
        none,
        InetAddress.getLoopbackAddress(),
        Silence.NONE,
        InstantSource.system(),
        Optional.of(memory),
        new Passwords(),
        keys);
  }
}
