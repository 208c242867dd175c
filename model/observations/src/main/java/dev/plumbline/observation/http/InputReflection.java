package dev.plumbline.observation.http;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code input.reflection}. */
@Kind(value = "input.reflection", subject = "endpoint")
@Says(
    "Parameters whose value comes back unescaped. Only harmless input on pages that "
        + "are open without a login; an empty list says nothing about other input.")
public record InputReflection(
    @Says(
            "those whose value came back in an HTML page with all its special characters "
                + "unescaped")
        List<Place> reflected,
    @Says("paths whose line breaks came back as a line of the header; not in older records")
        Optional<List<String>> split,
    @Coverage @Says("number of parameters that got a whole answer") long tried,
    @Coverage @Says("where") List<String> paths)
    implements Fact {
  /** Where a value came back. */
  @Says("Where a value came back.")
  public record Place(@Says("the path") String path, @Says("the parameter") String parameter) {}
}
