package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Optional;

/** {@code upnp.surface}. */
@Kind(value = "upnp.surface", subject = "endpoint, such as `udp/192.0.2.1/1900`")
@Says(
    "What the device answers to a search of UPnP. Silent directly and to the group: "
        + "UNDETERMINED.")
public record UpnpSurface(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present")
        @Says(
            "the first 50, to a search sent to the device alone, or else to the group of the "
                + "link")
        Optional<List<Answer>> answers,
    @When("present") @Says("where its descriptions lie") Optional<List<String>> locations,
    @Coverage @When("present") @Says("what was searched for") Optional<List<String>> searched,
    @Coverage
        @When("present")
        @Says("locations that lie elsewhere, could not be read or were too many")
        Optional<List<Unread>> unread,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused,
    @Coverage
        @Says(
            "`answered` where only searches of the group were, `not asked`, or what became of"
                + " them")
        Optional<String> group)
    implements Presence {
  /**
   * A port that refuses datagrams: nobody speaks there.
   *
   * @param group what became of asking the group of the link
   */
  public static UpnpSurface portRefused(String group) {
    return new UpnpSurface(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true),
        Optional.of(group));
  }

  /** An answer to a search. */
  @Says("An answer to a search.")
  public record Answer(
      @Says("what it is") String st,
      @Says("its name") String usn,
      @Says("what it calls itself") String server,
      @Says("where its description lies") String location) {}

  /** A description that was not read. */
  @Says("A description that was not read.")
  public record Unread(
      @Says("where it lies") String location,
      @Says("whether the scope allows it") boolean inScope) {}
}
