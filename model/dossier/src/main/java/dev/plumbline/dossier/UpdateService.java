package dev.plumbline.dossier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a device fetches from the server of its updates, for a stand-in that serves it. Paths are
 * those of the requests, without query; a {@code *} stands for any text.
 *
 * @param images paths where the device fetches an image; which one, the trial decides
 * @param metadata files that tell the device of an image; none where it fetches the image at once
 * @param settle longest time from the first request until the device runs the image and says so
 */
public record UpdateService(List<String> images, List<Metadata> metadata, Duration settle) {
  public UpdateService {
    images = List.copyOf(images);
    metadata = List.copyOf(metadata);
  }

  /**
   * A file beside the image, such as a manifest.
   *
   * @param released its text as the maker published it, by the name of the image ({@code newer},
   *     {@code older}, {@code other-model}); {@code newer} is always there
   */
  public record Metadata(String path, Map<String, String> released) {
    public Metadata {
      released = java.util.Collections.unmodifiableMap(new TreeMap<>(released));
    }
  }
}
