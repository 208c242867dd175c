package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code dns.resolver}. */
@Kind(value = "dns.resolver", subject = "endpoint, such as `udp/192.0.2.1/53`")
@Says("Whether the device resolves names for anybody.")
public record DnsResolver(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present")
        @Says(
            "`yes`: it says that a name which cannot be does not exist, recursion available; "
                + "`no`: refused")
        @Words({"yes", "no", "unknown"})
        Optional<String> recursive,
    @When("present") @Says("of that answer, empty without one") Optional<String> status,
    @When("present") @Says("what it tells of itself, empty where it does not")
        Optional<String> version,
    @Coverage @When("present") @Says("names that were asked") Optional<List<String>> asked,
    @Coverage @When("present") @Says("both were answered") Optional<Boolean> complete,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused)
    implements Presence {
  /** A port that refuses datagrams: nobody speaks there. */
  public static DnsResolver portRefused() {
    return new DnsResolver(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }
}
