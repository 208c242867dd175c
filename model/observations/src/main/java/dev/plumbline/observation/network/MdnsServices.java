package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Optional;

/** {@code mdns.services}. */
@Kind(value = "mdns.services", subject = "endpoint")
@Says(
    "What the device announces over multicast DNS. Silent directly and to the group: "
        + "UNDETERMINED.")
public record MdnsServices(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present") @Says("kinds of services") Optional<List<String>> kinds,
    @When("present")
        @Says("announced to somebody who asked directly, or else to the group of the link")
        Optional<List<Service>> services,
    @Coverage @When("present") @Says("what was asked") Optional<String> asked,
    @Coverage @When("present") @Says("kinds and instances without an answer, number of those left")
        Optional<List<String>> unanswered,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused,
    @Coverage
        @Says(
            "`answered` where only the group was answered, `not asked`, or what became of "
                + "asking it")
        Optional<String> group)
    implements Presence {
  /**
   * A port that refuses datagrams: nobody speaks there.
   *
   * @param group what became of asking the group of the link
   */
  public static MdnsServices portRefused(String group) {
    return new MdnsServices(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true),
        Optional.of(group));
  }

  /** An announced service. */
  @Says("An announced service.")
  public record Service(
      @Says("its name") String name,
      @Says("its kind") String kind,
      @Says("where it is") Optional<String> host,
      @Says("its port") Optional<Integer> port,
      @Says("what it tells besides") Optional<List<String>> texts) {}
}
