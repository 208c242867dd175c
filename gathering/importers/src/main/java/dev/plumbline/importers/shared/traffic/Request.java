package dev.plumbline.importers.shared.traffic;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.observation.traffic.TrafficRequests;
import java.util.Optional;

/**
 * What a log tells of a request in clear text. Texts are empty where it does not tell.
 *
 * @param path without a query
 */
public record Request(String method, String host, String path) {
  TrafficRequests.Request fact(long count) {
    return new TrafficRequests.Request(
        Texts.some(method), Texts.some(host), Texts.some(path), count, Optional.empty());
  }
}
