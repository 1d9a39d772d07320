package org.conjoint.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command has: where the data are. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:CONJOINT_DATA:-data}",
            description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    Path folder() {
        return data.toAbsolutePath().normalize();
    }
}
