package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Optional;

/** {@code ntp.service}. */
@Kind(value = "ntp.service", subject = "endpoint")
@Says("Whether the device tells the time, and to whom else it tells it.")
public record NtpService(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present") @Says("it told the time") Optional<Boolean> time,
    @When("present") @Says("it told its state to anybody (mode 6)") Optional<Boolean> variables,
    @When("present") @Says("number of its last clients that it listed (mode 7)")
        Optional<Long> clients,
    @Coverage @When("present") @Says("what was asked") Optional<List<String>> asked,
    @Coverage
        @When("present")
        @Says("the time was told, so that silence to the others is a refusal")
        Optional<Boolean> complete,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused)
    implements Presence {
  /** A port that refuses datagrams: nobody speaks there. */
  public static NtpService portRefused() {
    return new NtpService(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }
}
