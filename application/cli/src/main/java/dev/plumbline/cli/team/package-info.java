/** Commands by which people work on one dossier: review, comment, ask, assign, sign off. */
@NullMarked
package dev.plumbline.cli.team;

import org.jspecify.annotations.NullMarked;
