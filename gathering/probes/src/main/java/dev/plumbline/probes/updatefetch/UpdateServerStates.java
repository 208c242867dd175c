package dev.plumbline.probes.updatefetch;

import dev.plumbline.client.driven.Alteration;
import dev.plumbline.dossier.UpdateService;
import dev.plumbline.dossier.UpdateService.Metadata;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probes.updatefetch.UpdateServerState.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faces of a trial, in order. Those that cannot be installed at all come last: what an earlier
 * one brought about late is seen with them, and is not taken for the genuine image.
 *
 * @param control the genuine newer image with what was published with it
 * @param absent images that the dossier does not have
 */
record UpdateServerStates(
    List<UpdateServerState> faces, UpdateServerState control, List<String> absent) {
  private static final String NEWER = "newer";

  UpdateServerStates {
    faces = List.copyOf(faces);
    absent = List.copyOf(absent);
  }

  static UpdateServerStates of(UpdateService service, DeviceDriver driver, byte[] newer) {
    Maker maker = new Maker(service.metadata(), newer);
    List<UpdateServerState> faces = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    Map<String, byte[]> flipped = Alteration.flipped(newer);
    // With what belongs to the genuine image, and then as somebody would who can change both.
    flipped.forEach((name, image) -> faces.add(maker.face(name, image, maker.published())));
    Optional.ofNullable(flipped.get("tampered-middle"))
        .flatMap(image -> maker.fitted("tampered-fitted", image))
        .ifPresent(faces::add);
    byte[] half = Alteration.cut(newer);
    faces.add(
        maker.fitted("cut", half).orElseGet(() -> maker.face("cut", half, maker.published())));
    for (String name : List.of("other-model", "relabelled", "older")) {
      Optional<byte[]> image = driver.image(name);
      if (image.isEmpty()) {
        absent.add(name);
      } else {
        faces.addAll(maker.released(name, image.get()));
      }
    }
    faces.add(
        new UpdateServerState("broken-off", newer, maker.published(), false, Delivery.BROKEN_OFF));
    faces.add(new UpdateServerState("slow", newer, maker.published(), false, Delivery.SLOW));
    return new UpdateServerStates(faces, maker.face(NEWER, newer, maker.published()), absent);
  }

  @SuppressWarnings("ArrayRecordComponent") // Lives for a moment, is never compared.
  private record Maker(List<Metadata> metadata, byte[] newer) {
    List<String> published() {
      return metadata.stream().map(m -> m.released().getOrDefault(NEWER, "")).toList();
    }

    UpdateServerState face(String name, byte[] image, List<String> texts) {
      return new UpdateServerState(name, image, texts, !texts.equals(published()), Delivery.WHOLE);
    }

    /** Empty where what was published says nothing of the image that would have to fit. */
    Optional<UpdateServerState> fitted(String name, byte[] image) {
      List<String> texts = published().stream().map(t -> Refit.of(t, newer, image)).toList();
      return texts.equals(published()) ? Optional.empty() : Optional.of(face(name, image, texts));
    }

    /** With what the maker published with that image, and told to be the newer one. */
    List<UpdateServerState> released(String name, byte[] image) {
      List<UpdateServerState> faces = new ArrayList<>();
      boolean own =
          !metadata.isEmpty() && metadata.stream().allMatch(m -> m.released().containsKey(name));
      if (own) {
        faces.add(
            face(
                name,
                image,
                metadata.stream().map(m -> m.released().getOrDefault(name, "")).toList()));
      }
      Optional<UpdateServerState> fitted = fitted(own ? name + "-fitted" : name, image);
      fitted.ifPresent(faces::add);
      if (!own && fitted.isEmpty()) {
        faces.add(face(name, image, published()));
      }
      return faces;
    }
  }
}
