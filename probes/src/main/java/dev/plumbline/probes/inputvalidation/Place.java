package dev.plumbline.probes.inputvalidation;

import dev.plumbline.probes.http.HttpResponse;
import java.util.List;

/**
 * A path that takes input.
 *
 * @param parameters names to try; at least one
 * @param ordinary its answer to an ordinary request
 */
record Place(String path, List<String> parameters, HttpResponse ordinary) {
  Place {
    parameters = List.copyOf(parameters);
  }
}
