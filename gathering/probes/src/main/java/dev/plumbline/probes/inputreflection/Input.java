package dev.plumbline.probes.inputreflection;

import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.observation.http.InputReflection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A parameter that a page may take.
 *
 * @param path without the query
 * @param others the parameters beside it, with their values
 */
record Input(String path, String parameter, Map<String, String> others) {
  Input {
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Reads the page as a visitor would, with the marker as the value of this parameter. */
  HttpRequest request(Marker marker) {
    Map<String, String> fields = new LinkedHashMap<>(others);
    fields.put(parameter, marker.text());
    return HttpRequest.get(path + "?" + HttpRequest.formEncoded(fields));
  }

  /** What makes two of them the same question. */
  Place place() {
    return new Place(path, parameter);
  }

  record Place(String path, String parameter) {
    InputReflection.Place fact() {
      return new InputReflection.Place(path, parameter);
    }
  }
}
