package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code snmp.access}. */
@Kind(value = "snmp.access", subject = "endpoint")
@Says(
    "Who reads and writes over SNMP. A wrong community is met with silence: an empty "
        + "list says nothing of other communities.")
public record SnmpAccess(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present") @Says("of `1`, `2c`, `3`") Optional<List<String>> versions,
    @When("present") @Says("communities that read") Optional<List<Community>> communities,
    @When("present") @Says("a community that nobody has reads too") Optional<Boolean> anybody,
    @When("present") @Says("users of version 3 that read without authentication")
        Optional<List<String>> users,
    @Coverage @Field("communities") @When("present") @Says("number tried")
        Optional<Long> communitiesTried,
    @Coverage @Field("users") @When("present") @Says("number tried") Optional<Long> usersTried,
    @Coverage
        @When("present")
        @Says(
            "a question that needs no community was answered among them, so that silence to "
                + "them is a refusal")
        Optional<Boolean> heard,
    @Coverage @When("present") @Says("the list that was tried") Optional<String> list,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused)
    implements Presence {
  /** A port that refuses datagrams: nobody speaks there. */
  public static SnmpAccess portRefused() {
    return new SnmpAccess(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }

  /** A community that reads. */
  @Says("A community that reads.")
  public record Community(
      @Says("of the protocol") String version,
      @Says("the community, masked where it is a declared secret") String community,
      @Says("whether it may write: the contact was set to the value that it has")
          @Words({"yes", "no", "unknown"})
          String writes) {}
}
