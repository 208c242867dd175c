package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code bacnet.presence}. */
@Kind(value = "bacnet.presence", subject = "endpoint, such as `udp/192.0.2.1/47808`")
@Says("What was read over BACnet, which knows no login. Silent: UNDETERMINED.")
public record BacnetPresence(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present") @Says("name, maker and model of the device object")
        Optional<Map<String, String>> properties,
    @When("present") @Says("what was read") Optional<List<Open>> open,
    @Coverage @When("present") @Says("properties asked") Optional<List<String>> asked,
    @Coverage @When("present") @Says("properties without an answer")
        Optional<List<String>> unanswered,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused)
    implements Presence {
  /** A port that refuses datagrams: nobody speaks there. */
  public static BacnetPresence portRefused() {
    return new BacnetPresence(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }

  /** What was read. */
  @Says("What was read.")
  public record Open(@Says("what") String path, @Says("what it holds") String kind) {}
}
