package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Optional;

/** {@code coap.resources}. */
@Kind(value = "coap.resources", subject = "endpoint, such as `udp/192.0.2.1/5683`")
@Says("What a CoAP server lists and gives outside DTLS. Silent: UNDETERMINED.")
public record CoapResources(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present") @Says("what the server lists") Optional<List<Resource>> resources,
    @When("present") @Says("what was read without a login") Optional<List<Open>> open,
    @When("present") @Says("paths that answered 4.01 or 4.03") Optional<List<String>> guarded,
    @Coverage @When("present") @Says("number of paths tried") Optional<Long> paths,
    @Coverage @When("present") @Says("paths without an answer") Optional<List<String>> unanswered,
    @Coverage @When("present") @Says("paths that were not asked") Optional<List<String>> skipped,
    @Coverage @When("present") @Says("the server listed its resources and each was read")
        Optional<Boolean> complete,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused)
    implements Presence {
  /** A port that refuses datagrams: nobody speaks there. */
  public static CoapResources portRefused() {
    return new CoapResources(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }

  /** A listed resource. */
  @Says("A listed resource.")
  public record Resource(
      @Says("its path") String path,
      @Says("its type") String type,
      @Field("interface") @Says("its interface") String face,
      @Says("whether it tells of changes") boolean observable) {}

  /** What was read. */
  @Says("What was read.")
  public record Open(
      @Says("its path") String path,
      @Says("`data`, `configuration`, `update` or `health`") String kind) {}
}
