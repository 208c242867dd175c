/** How far people have come with one dossier: work left, how it went down, what happened when. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.insight.progress;
