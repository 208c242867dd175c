package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HttpResponse;
import java.util.List;

/**
 * A path that takes input.
 *
 * @param parameters names to try; none where it takes nothing but the bodies
 * @param ordinary its answer to an ordinary request
 * @param bodies what it is known to take something like
 */
record InputPath(String path, List<String> parameters, HttpResponse ordinary, List<Body> bodies) {
  InputPath {
    parameters = List.copyOf(parameters);
    bodies = List.copyOf(bodies);
  }
}
