package dev.plumbline.observation.supply;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code mud.declared}. */
@Kind(value = "mud.declared", subject = "`DUT`")
@Says("A manufacturer usage description (RFC 8520).")
public record MudDeclared(
    @Says("where it is") String url,
    @Says("of the device") String system,
    @Says("who made the device") String manufacturer,
    @Says("of the device") String model,
    @Says("still supported") boolean supported,
    @Says("when it was changed last") String updated,
    @Says("what the device may send") List<Contact> from,
    @Says("what may be sent to it") List<Contact> to,
    @Coverage @Says("number of access lists") long lists,
    @Coverage @Says("all entries could be put so") boolean complete)
    implements Fact {
  /** An entry of an access list. */
  @Says("An entry of an access list.")
  public record Contact(
      @Says("of the entry") Optional<String> name,
      @Says("name, network, or class of the RFC such as `local-networks`") String host,
      @Says("of the transport") Optional<String> protocol,
      @Says("port or range") Optional<String> port,
      @Says("who opens the connection") Optional<String> initiated,
      @Says("what is done with it") Optional<String> action) {}
}
