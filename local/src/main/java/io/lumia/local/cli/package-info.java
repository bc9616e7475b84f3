/**
 * The command line. {@link io.lumia.local.cli.Lumia} is the program; each command is a class named after it.
 * {@link io.lumia.local.cli.LumiaCommand} gives them their common options, prints one JSON document where {@code --json}
 * asks for it and turns failures into the exit codes of {@link io.lumia.local.cli.ExitCodes}.
 */
@NullMarked
package io.lumia.local.cli;

import org.jspecify.annotations.NullMarked;
