package dev.plumbline.reports.sarif;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.reports.ReportContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Places in the files of the dossier. */
final class SarifPlaces {
  /** What the addresses of files are relative to. */
  static final String BASE = "DOSSIER";

  private SarifPlaces() {}

  /** A place of the declaration. */
  static Map<String, Object> of(Place place) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", file(place.file()));
    if (place.line() > 0) {
      Map<String, Object> region = new LinkedHashMap<>();
      region.put("startLine", place.line());
      if (place.column() > 0) {
        region.put("startColumn", place.column());
      }
      physical.put("region", region);
    }
    return new LinkedHashMap<>(Map.of("physicalLocation", physical));
  }

  /** A stretch of an evidence file. */
  static Map<String, Object> of(EvidenceRef evidence, ReportContext context) {
    String path = context.evidencePath(evidence);
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("byteOffset", evidence.offset());
    region.put("byteLength", evidence.length());
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", file(path));
    physical.put("region", region);
    return new LinkedHashMap<>(Map.of("physicalLocation", physical));
  }

  private static Map<String, Object> file(String path) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("uri", uri(path));
    file.put("uriBaseId", BASE);
    return file;
  }

  /** A relative path as a URI; what no URI can hold is percent-encoded. */
  private static String uri(String path) {
    try {
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }
}
