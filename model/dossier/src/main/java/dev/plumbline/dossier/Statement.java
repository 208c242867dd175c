package dev.plumbline.dossier;

import dev.plumbline.core.Place;

/**
 * Whether a condition holds or a feature is present, as the supplier states it.
 *
 * @param label number of the condition or letter of the feature
 * @param because the supplier's reason; empty when not given
 */
public record Statement(String label, boolean holds, String because, Place place) {}
