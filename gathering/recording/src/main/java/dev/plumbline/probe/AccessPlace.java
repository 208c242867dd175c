package dev.plumbline.probe;

import dev.plumbline.dossier.Endpoint;
import java.util.List;
import java.util.Set;

/**
 * Something of the device that can be asked for, and who may have it.
 *
 * @param paths what is asked for there, such as {@code /config}; empty where it is no path
 * @param roles the roles of product.yaml that may reach it; nobody else may
 * @param session whether a visitor logs in first and can log out; else each request brings the
 *     login with it
 */
public record AccessPlace(
    String name, Endpoint endpoint, List<String> paths, Set<String> roles, boolean session) {
  public AccessPlace {
    paths = List.copyOf(paths);
    roles = Set.copyOf(roles);
  }
}
