package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Optional;

/** {@code onvif.access}. */
@Kind(value = "onvif.access", subject = "endpoint of the web server")
@Says(
    "Operations of ONVIF that answer without a login. A service at another path is " + "not found.")
public record OnvifAccess(
    @Says("absent where the web server wants a login before anything is said")
        Optional<Boolean> present,
    @When("present") @Says("operations that answered without a login") Optional<List<Open>> open,
    @When("present") @Says("operations that want one") Optional<List<String>> guarded,
    @When("present") @Says("names that were listed") Optional<List<String>> users,
    @Coverage @Says("operations asked") List<String> asked,
    @Coverage @When("present") @Says("operations without a clear answer")
        Optional<List<String>> unanswered)
    implements Fact {
  /** An operation that answered. */
  @Says("An operation that answered.")
  public record Open(@Says("its name") String path, @Says("what it gives") String kind) {}
}
